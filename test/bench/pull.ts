import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FEED_BYTES, FEEDS, ITEMS, PEER_JOBS } from './feed-load.ts';
import { machine, outcome, type Run, runsWanted } from './measurement.ts';
import { isInstalled, PEERS, type Peer, poll } from './peers.ts';
import { type PullRounds, pullByAftermath } from './pull-aftermath.ts';
import { printReport } from './report.ts';

const TOTAL = FEEDS * ITEMS;

const args = process.argv.slice(2);
const runs = runsWanted(args);
const server = fork(path.join(import.meta.dirname, 'feed-server.ts'));
const [port] = (await once(server, 'message')) as [number];
const urls = Array.from({ length: FEEDS }, (_, number) => `http://127.0.0.1:${port}/${number}`);
const peers = PEERS.filter((peer) => isInstalled(peer) || say(`${peer.name} is not installed: left out`));

function say(line: string): false {
  process.stderr.write(`${line}\n`);
  return false;
}

/** Runs `work` in a new folder that any user may enter: PostgreSQL is not run by root. */
async function inFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aftermath-bench-'));
  chmodSync(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pullBy(peer: Peer, folder: string): PullRounds {
  peer.configure(folder, urls);
  const fresh = poll(peer, folder, TOTAL);
  const unchanged = poll(peer, folder, FEEDS);
  const items = peer.countItems(folder);
  if (items !== TOTAL) throw new Error(`${peer.name} stored ${items} items, not ${TOTAL}`);
  return { fresh, unchanged };
}

const ours: PullRounds[] = [];
const theirs = new Map<string, PullRounds[]>(peers.map(({ name }) => [name, []]));
for (let run = 1; run <= runs; run += 1) {
  say(`run ${run} of ${runs}`);
  ours.push(await inFolder((folder) => pullByAftermath(folder, urls, ITEMS)));
  for (const peer of peers) theirs.get(peer.name)?.push(await inFolder((folder) => pullBy(peer, folder)));
}
server.disconnect();

const roundOf = (round: keyof PullRounds, rate: string) => {
  const pick = (rounds: readonly PullRounds[]): Run[] => rounds.map((each) => each[round]);
  return outcome(
    pick(ours),
    Object.fromEntries([...theirs].map(([name, rounds]) => [name, pick(rounds)])),
    rate,
  );
};
printReport(
  {
    bench: 'pull',
    runs,
    load: `${FEEDS} feeds of ${ITEMS} items, ${FEED_BYTES / 1_000} KB each, with an ETag, from a loopback server in another process into a new PostgreSQL; peers fetch ${PEER_JOBS} at a time`,
    machine: machine(),
    ...roundOf('fresh', 'itemsPerSecond'),
    unchanged: roundOf('unchanged', 'feedsPerSecond'),
  },
  args,
);
