import { existsSync } from 'node:fs';
import { CORPORA } from './feeds/case.ts';
import { measureFeeds } from './feeds/measure.ts';
import { printReport } from './feeds/report.ts';

/** Measures feed parsing on the conformance corpus; null, with the reason printed, where the corpus is absent. */
export async function run(): Promise<Awaited<ReturnType<typeof measureFeeds>> | null> {
  if (!existsSync(CORPORA)) {
    console.log(`Feeds: not measured, since there is no corpus at ${CORPORA}`);
    return null;
  }
  return measureFeeds();
}

if (process.argv[1] === import.meta.filename) {
  const measured = await run();
  if (measured && !printReport(measured)) process.exitCode = 1;
}
