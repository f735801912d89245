import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ARTICLES, WORDS } from './classify-load.ts';
import { machine, outcome, type Run, runsWanted } from './measurement.ts';
import { printReport } from './report.ts';

const args = process.argv.slice(2);
const runs = runsWanted(args);

/** On the built packages, as they ship: only the bench's own files need the loader. */
const execArgv = ['--import', 'tsx'];

async function measure(program: string): Promise<Run> {
  const worker = fork(path.join(import.meta.dirname, 'classify-worker.ts'), [program], { execArgv });
  const exit = once(worker, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code}`);
  });
  const [run] = (await Promise.race([once(worker, 'message'), exit])) as [Run];
  await exit.catch(() => undefined);
  return run;
}

const ours: Run[] = [];
const bareScan: Run[] = [];
for (let run = 0; run < runs; run += 1) {
  ours.push(await measure('aftermath'));
  bareScan.push(await measure('bare-scan'));
}
printReport(
  {
    bench: 'classify',
    runs,
    load: `${ARTICLES} articles of ${WORDS} words in en, es and pt, their language given, for the nine categories of the example watch, all taken as in scope; one core, nothing warmed up`,
    machine: machine(),
    ...outcome(ours, { 'bare-scan': bareScan }, 'articlesPerSecond'),
  },
  args,
);
