// Installs and builds what is not installed and built yet. Plain Node: nothing else is there on a fresh clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Installs and builds if anything changed since last time. Exits with one line when it can't. */
export function setup() {
  requireNode();
  stamped(
    'install',
    fingerprint(manifests(), (file) => readFileSync(file)),
    install,
  );
  stamped(
    'build',
    fingerprint(sources(), (file) => `${statSync(file).mtimeMs} ${statSync(file).size}`),
    build,
  );
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  fail(`Aftermath needs Node 20.20 or newer; this is ${process.versions.node}. Install it from nodejs.org.`);
}

function install() {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  say('Installing packages (once; a minute or so)…');
  run(
    'npx',
    ['--yes', packageManager, 'install', '--frozen-lockfile', '--prod=false', '--reporter=append-only'],
    {
      failed: 'The packages could not be installed: see above. Is the npm registry reachable?',
    },
  );
}

function build() {
  say('Building…');
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  run(process.execPath, [tsc, '--build'], { failed: 'The build failed: see above.' });
  const web = path.join(root, 'services', 'web');
  const vite = path.join(web, 'node_modules', 'vite', 'bin', 'vite.js');
  run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    failed: 'The dashboard could not be built: see above.',
  });
}

/** Runs a step unless it ran before on the same input. */
function stamped(step, print, work) {
  const stamp = path.join(root, 'node_modules', `.aftermath-${step}`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return;
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}

function fingerprint(files, contentOf) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files) hash.update(path.relative(root, file)).update(contentOf(file));
  return hash.digest('hex');
}

function manifests() {
  const own = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((file) => path.join(root, file));
  return [...own, ...workspace().map((folder) => path.join(folder, 'package.json'))].filter((file) =>
    existsSync(file),
  );
}

function sources() {
  const configs = ['tsconfig.json', 'tsconfig.base.json'].map((file) => path.join(root, file));
  return [...configs, ...workspace().flatMap((folder) => [...walk(folder)])];
}

function workspace() {
  return ['packages', 'services'].flatMap((parent) =>
    readdirSync(path.join(root, parent))
      .sort()
      .map((name) => path.join(root, parent, name)),
  );
}

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (['node_modules', 'dist', '__fixtures__'].includes(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(file);
    else if (/\.(ts|tsx|css|html|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield file;
  }
}

/** Progress goes to stderr: the standard output belongs to the command that comes after. */
function run(command, args, { cwd = root, failed }) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, CI: 'true', npm_config_update_notifier: 'false' },
  });
  if (error !== undefined || status !== 0)
    fail(error === undefined ? failed : `${failed} (${error.message})`);
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function fail(line) {
  say(line);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setup();
