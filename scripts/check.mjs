// `npm run check`: every rule that gates. All run, so that one call tells everything.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, say, setup } from './setup.mjs';

const CHECKS = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types of the tests', 'tsc', ['--noEmit', '--project', 'tsconfig.tests.json']],
  ['floating promises and exhaustive switches', 'eslint', ['--max-warnings=0', '--no-inline-config', '.']],
  ['boundaries', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'packages', 'services']],
  ['dead code', 'knip', ['--no-progress']],
  ['workspace', 'sherif', []],
  ['migration drift', 'drizzle-kit', ['check', '--config', 'packages/db/drizzle.config.ts']],
  ['migration drift', process.execPath, ['scripts/migration-drift.mjs']],
];

setup();
const bin = path.join(root, 'node_modules', '.bin');
const failed = CHECKS.filter(([what, command, args]) => {
  say(`• ${what}`);
  const { status } = spawnSync(path.isAbsolute(command) ? command : path.join(bin, command), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status !== 0;
});
for (const [what] of failed) say(`Failed: ${what}`);
process.exit(failed.length === 0 ? 0 : 1);
