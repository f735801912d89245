import { existsSync } from 'node:fs';
import { CORPORA } from './extraction/case.ts';
import { corpusNotes, floorMistakes } from './extraction/floors.ts';
import { type Measured, measureExtraction } from './extraction/measure.ts';

/** Measures article extraction on real pages; null, with the reason printed, where the corpus is absent. */
export async function run(options = { withPeers: false }): Promise<Measured | null> {
  if (!existsSync(CORPORA)) {
    console.log(`Extraction: not measured, since there is no corpus at ${CORPORA}`);
    return null;
  }
  return measureExtraction(options);
}

/** Prints the tables; false when a figure is below its floor in `floors.json`. */
export function printReport(measured: Measured): boolean {
  const round = (value: number) => value.toFixed(3);
  console.table(
    Object.fromEntries(
      measured.texts.map(({ name, failures, pagesPerSecond, ...shares }) => [
        name,
        {
          ...Object.fromEntries(Object.entries(shares).map(([key, value]) => [key, round(value)])),
          'without text': failures,
          'pages/s': pagesPerSecond.toFixed(1),
        },
      ]),
    ),
  );
  console.table(
    Object.fromEntries(
      Object.entries(measured.metadata).map(([field, { hits, of }]) => [
        field,
        { right: round(hits / of), of },
      ]),
    ),
  );
  console.log('Refused:', JSON.stringify(measured.refused));
  const mistakes = floorMistakes(measured);
  for (const line of [...corpusNotes(measured), ...mistakes]) console.error(line);
  return mistakes.length === 0;
}

if (process.argv[1] === import.meta.filename) {
  const measured = await run({ withPeers: !process.argv.includes('--ours') });
  if (measured && !printReport(measured)) process.exitCode = 1;
}
