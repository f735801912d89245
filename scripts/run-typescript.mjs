// Runs a TypeScript program from its sources: `npm run quality -- NAME`, `npm run bench -- NAME`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fail, root, setup } from './setup.mjs';

const [kind, name, ...args] = process.argv.slice(2);
const folder = path.join(root, 'test', kind);
const file = path.join(folder, `${name}.ts`);
if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(folder)
    .filter((entry) => entry.endsWith('.ts') && !entry.includes('.test.'))
    .map((entry) => entry.slice(0, -3));
  fail(`Usage: npm run ${kind} -- NAME, where NAME is one of: ${names.join(', ')}`);
}
setup();
const { status, signal } = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--conditions=source', file, ...args],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(signal === null ? (status ?? 1) : 1);
