import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { measureCopies, measureFalseCopies, measureSpeed, measureStories } from './grouping/measure.ts';
import { measureGrowth } from './grouping/measure-growth.ts';
import { sampleRows } from './grouping/sample-rows.ts';
import { hashOf, type StoryRow } from './grouping/story-row.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpora/grouping/stories.jsonl');
const FLOORS = path.resolve(import.meta.dirname, 'floors.json');

type FloorName = 'stories' | 'sampleStories' | 'copies';

const floorsSchema = z.object({
  grouping: z.object({
    /** The first digits of the SHA-256 of the corpus on which the floors were set. */
    corpus: z.string(),
    stories: z.number(),
    sampleStories: z.number(),
    copies: z.number(),
  }),
});

/** Articles remembered at which the speed is told; `--million` goes on to where the memory is full, for some minutes. */
const SIZES = process.argv.includes('--million') ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

/** Measures how articles are grouped; null, with the reason printed, where the corpus is absent. */
export function run(): Readonly<Record<FloorName, number>> | null {
  if (!existsSync(CORPUS)) {
    console.log(`Grouping: not measured, since there is no corpus at ${CORPUS}`);
    return null;
  }
  const lines = readFileSync(CORPUS, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as StoryRow);
  const ecb = rows.filter(({ source }) => source === 'ECB+');

  console.log('Stories, found one article at a time, against happenings (means of 5 orders)\n');
  console.log('set                       articles   pairs P      R     F1      B3 P      R     F1');
  const report = (name: string, set: readonly StoryRow[]) => {
    const { pairs, bCubed } = measureStories(set);
    const cells = [pairs, bCubed].map(({ precision, recall, f1 }) =>
      [precision, recall, f1].map((figure) => figure.toFixed(3).padStart(6)).join(' '),
    );
    console.log(`${name.padEnd(26)}${String(set.length).padStart(8)}   ${cells.join('   ')}`);
    return bCubed.f1;
  };
  report(
    'ECB+, half tuned on',
    ecb.filter(({ topic }) => hashOf(topic) % 2 === 0),
  );
  const stories = report(
    'ECB+, other half',
    ecb.filter(({ topic }) => hashOf(topic) % 2 === 1),
  );
  report(
    'EFE (es), without dates',
    rows.filter(({ source }) => source !== 'ECB+'),
  );
  const sampleStories = report('the sample (en, es, pt)', sampleRows());

  console.log('\nCopies made from ECB+ articles of 80 words or more\n');
  const copies = measureCopies(ecb);
  for (const { way, found, sameStory } of copies)
    console.log(`${way.padEnd(42)} found ${found.toFixed(3)}, in the same story ${sameStory.toFixed(3)}`);
  const { copies: taken, wrong } = measureFalseCopies(ecb);
  console.log(`Of ${ecb.length} articles ${taken} are taken for copies, ${wrong} of another happening.\n`);

  console.log(`${Math.round(measureSpeed(ecb, 1_000))} articles a second, read and placed\n`);
  console.log('Placed, with so many remembered (generated load)\n');
  for (const { articles, perSecond, bytes } of measureGrowth(SIZES))
    console.log(
      `${String(articles).padStart(9)} articles: ${String(Math.round(perSecond)).padStart(6)} a second, ${Math.round(bytes / 1e6)} MB`,
    );
  return {
    stories,
    sampleStories,
    copies: copies.reduce((sum, { found }) => sum + found, 0) / copies.length,
  };
}

/** False when a figure is under its floor; floors say nothing of a corpus other than the one they were set on. */
function passes(figures: NonNullable<ReturnType<typeof run>>): boolean {
  const { corpus, ...floors } = floorsSchema.parse(JSON.parse(readFileSync(FLOORS, 'utf8'))).grouping;
  const hash = createHash('sha256').update(readFileSync(CORPUS)).digest('hex').slice(0, corpus.length);
  if (hash !== corpus)
    console.log(
      `ANOTHER CORPUS: the floors were set on ${corpus}, this one is ${hash}. Set both anew in ${FLOORS}.`,
    );
  const under = Object.entries(floors).filter(([name, floor]) => figures[name as FloorName] < floor);
  for (const [name, floor] of under)
    console.log(`Under its floor: ${name} ${figures[name as FloorName].toFixed(3)}, floor ${floor}`);
  return under.length === 0;
}

if (process.argv[1] === import.meta.filename) {
  const figures = run();
  if (figures && !passes(figures)) process.exitCode = 1;
}
