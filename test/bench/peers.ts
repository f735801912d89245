import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PEER_JOBS } from './feed-load.ts';
import type { Run } from './measurement.ts';

/** A program that polls feeds too. Its files are in a folder of its own. */
export interface Peer {
  readonly name: string;
  /** Writes its settings for polling `urls`. */
  configure(folder: string, urls: readonly string[]): void;
  /** The command that polls every feed once. */
  command(folder: string): readonly string[];
  /** How many items it has stored. */
  countItems(folder: string): number;
}

const newsboatArgs = (folder: string) => [
  '-u',
  `${folder}/urls`,
  '-C',
  `${folder}/config`,
  '-c',
  `${folder}/cache.db`,
];

export const PEERS: readonly Peer[] = [
  {
    name: 'newsboat',
    configure: (folder, urls) => {
      writeFileSync(path.join(folder, 'urls'), urls.join('\n'));
      writeFileSync(path.join(folder, 'config'), `reload-threads ${PEER_JOBS}\n`);
    },
    command: (folder) => ['newsboat', ...newsboatArgs(folder), '-x', 'reload'],
    countItems: (folder) => {
      const { stdout } = spawnSync('newsboat', [...newsboatArgs(folder), '-x', 'print-unread'], {
        encoding: 'utf8',
      });
      return Number.parseInt(stdout, 10);
    },
  },
  {
    name: 'sfeed_update',
    configure: (folder, urls) => {
      mkdirSync(path.join(folder, 'feeds'));
      const feeds = urls.map((url, number) => `feed "${number}" "${url}"`).join('\n');
      const settings = `sfeedpath="${folder}/feeds"\nmaxjobs=${PEER_JOBS}\nfeeds() {\n${feeds}\n}\n`;
      writeFileSync(path.join(folder, 'sfeedrc'), settings);
    },
    command: (folder) => ['sfeed_update', `${folder}/sfeedrc`],
    countItems: (folder) =>
      readdirSync(path.join(folder, 'feeds'))
        .map((file) => readFileSync(path.join(folder, 'feeds', file), 'utf8').split('\n').length - 1)
        .reduce((sum, lines) => sum + lines, 0),
  },
];

export function isInstalled({ name }: Peer): boolean {
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).status === 0;
}

/** Has a peer poll every feed once. @throws when it fails */
export function poll(peer: Peer, folder: string, done: number): Run {
  // The shell knows what its children took; fd 3 keeps that apart from what the peer prints.
  const script = 'HOME="$1"; export HOME; shift; "$@"; status=$?; times >&3; exit $status';
  const started = performance.now();
  const { status, output } = spawnSync('sh', ['-c', script, 'sh', folder, ...peer.command(folder)], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const wallSeconds = (performance.now() - started) / 1_000;
  if (status !== 0) throw new Error(`${peer.name} ended with ${status}: ${output[2]}`);
  return { wallSeconds, cpuSeconds: childSeconds(output[3] ?? ''), done };
}

/** The second line of the shell's `times` is its children's user and system time: `0m1.230000s 0m0.450000s`. */
function childSeconds(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
