import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORPORA } from './extraction/case.ts';
import { type Measured, measureExtraction } from './extraction/measure.ts';

/** Measures article extraction on real pages; null, with the reason printed, where the corpus is absent. */
export async function run(options = { withPeers: false }): Promise<Measured | null> {
  if (!existsSync(CORPORA)) {
    console.log(`Extraction: not measured, since there is no corpus at ${CORPORA}`);
    return null;
  }
  return measureExtraction(options);
}

/** Prints the table; false when a figure is below its floor in `floors.json`. */
export function printReport({ texts, metadata, refused }: Measured): boolean {
  const round = (value: number) => value.toFixed(3);
  console.table(
    Object.fromEntries(
      texts.map(({ name, failures, pagesPerSecond, ...shares }) => [
        name,
        {
          ...Object.fromEntries(Object.entries(shares).map(([key, value]) => [key, round(value)])),
          'without text': failures,
          'pages/s': pagesPerSecond.toFixed(1),
        },
      ]),
    ),
  );
  const shares = Object.entries(metadata).map(([field, { hits, of }]) => [field, hits / of, of] as const);
  console.table(Object.fromEntries(shares.map(([field, share, of]) => [field, { right: round(share), of }])));
  console.log('Refused:', JSON.stringify(refused));

  const { extraction: floors } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, 'floors.json'), 'utf8'),
  ) as { extraction: Record<string, number> };
  const figures = new Map<string, number>(shares.map(([field, share]) => [field, share]));
  const [ours] = texts;
  if (ours !== undefined)
    figures.set('f1', ours.f1).set('wanted', ours.wanted).set('unwanted', ours.unwantedLeftOut);
  const below = Object.entries(floors).filter(([name, floor]) => !((figures.get(name) ?? 0) >= floor));
  for (const [name, floor] of below) {
    console.error(`${name}: ${round(figures.get(name) ?? 0)} is below its floor ${floor}`);
  }
  return below.length === 0;
}

if (process.argv[1] === import.meta.filename) {
  const measured = await run({ withPeers: !process.argv.includes('--ours') });
  if (measured && !printReport(measured)) process.exitCode = 1;
}
