// Fails when the schema has changed and no migration was generated: generates into a copy and looks for news.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fail, root } from './setup.mjs';

const committed = path.join(root, 'packages', 'db', 'migrations');
// Inside the project: drizzle-kit takes its output folder relative to it.
const copy = mkdtempSync(path.join(root, 'node_modules', '.drift-'));
try {
  cpSync(committed, copy, { recursive: true });
  const args = [
    'generate',
    '--dialect=postgresql',
    '--schema=./packages/db/src/schema/*.ts',
    '--casing=snake_case',
  ];
  const kit = path.join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [kit, ...args, `--out=${path.relative(root, copy)}`],
    {
      cwd: root,
      encoding: 'utf8',
      input: '',
    },
  );
  if (status !== 0) fail(`drizzle-kit could not compare schema and migrations:\n${stdout}${stderr}`);
  const added = readdirSync(copy).filter((file) => !readdirSync(committed).includes(file));
  if (added.length > 0)
    fail('The schema has changed without a migration: run `npm run migration -- --name WHAT`.');
} finally {
  rmSync(copy, { recursive: true });
}
