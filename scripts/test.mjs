// `npm test`: everything that needs no outside server, and a plain word about what was left out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, say, setup } from './setup.mjs';

const OPTIONAL = [
  {
    what: 'queues on Redis',
    there: Boolean(process.env.AFTERMATH_TEST_REDIS_URL),
    how: 'start a Redis with `maxmemory-policy noeviction` and set AFTERMATH_TEST_REDIS_URL=redis://127.0.0.1:6379',
  },
  {
    what: 'the dashboard in a browser',
    there: Boolean(process.env.AFTERMATH_TEST_CHROMIUM),
    how: 'install chromium and set AFTERMATH_TEST_CHROMIUM=/usr/bin/chromium',
  },
  {
    what: 'real news',
    there: existsSync(path.join(root, '..', 'shared', 'corpora')),
    how: 'put the development corpora beside the clone, in ../shared/corpora',
  },
];

setup();
const folder = mkdtempSync(path.join(tmpdir(), 'aftermath-test-'));
const report = path.join(folder, 'report.json');
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: root, stdio: 'inherit' });
if (!existsSync(report)) process.exit(status || 1);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
  readFileSync(report, 'utf8'),
);
rmSync(folder, { recursive: true });

const leftOut = OPTIONAL.filter((part) => !part.there);
for (const part of leftOut) say(`Left out: ${part.what}. To include it, ${part.how}.`);
const skipped = numPendingTests + numTodoTests;
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped`);
if (process.env.AFTERMATH_TEST_ALL && (leftOut.length > 0 || skipped > 0)) {
  say('AFTERMATH_TEST_ALL is set, and something was left out: that is a failure.');
  process.exit(1);
}
process.exit(status ?? 1);
