import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { measureCopies, measureFalseCopies, measureSpeed, measureStories } from './grouping/measure.ts';
import { sampleRows } from './grouping/sample-rows.ts';
import { hashOf, type StoryRow } from './grouping/story-row.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpora/grouping/stories.jsonl');
const FLOORS = path.resolve(import.meta.dirname, 'floors.json');

const floorsSchema = z.object({
  grouping: z.object({ stories: z.number(), sampleStories: z.number(), copies: z.number() }),
});

/** Measures how articles are grouped; null, with the reason printed, where the corpus is absent. */
export function run(): Readonly<Record<'stories' | 'sampleStories' | 'copies', number>> | null {
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

  for (const total of [1_000, 10_000])
    console.log(`${total} articles: ${Math.round(measureSpeed(ecb, total))} a second`);
  return {
    stories,
    sampleStories,
    copies: copies.reduce((sum, { found }) => sum + found, 0) / copies.length,
  };
}

/** False when a figure is under its floor. */
function passes(figures: NonNullable<ReturnType<typeof run>>): boolean {
  const { grouping } = floorsSchema.parse(JSON.parse(readFileSync(FLOORS, 'utf8')));
  const under = Object.entries(grouping).filter(
    ([name, floor]) => figures[name as keyof typeof figures] < floor,
  );
  for (const [name, floor] of under)
    console.log(
      `Under its floor: ${name} ${figures[name as keyof typeof figures].toFixed(3)}, floor ${floor}`,
    );
  return under.length === 0;
}

if (process.argv[1] === import.meta.filename) {
  const figures = run();
  if (figures && !passes(figures)) process.exitCode = 1;
}
