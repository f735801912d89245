// How well articles are grouped: `npm run quality -- grouping`. Needs ../shared/corpora/grouping.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createStoryMemory } from '@aftermath/group';
import { makeCopies } from './grouping/make-copies.ts';
import { type ClusterScores, scoreClusters } from './grouping/score-clusters.ts';
import { hashOfTopic, type StoryRow } from './grouping/story-row.ts';

const file = path.resolve(import.meta.dirname, '../../../shared/corpora/grouping/stories.jsonl');
if (!existsSync(file)) {
  console.log(`Skipped: ${file} is not there.`);
  process.exit(0);
}
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as StoryRow);

const ecb = rows.filter(({ source }) => source === 'ECB+');
const sets: readonly [string, readonly StoryRow[]][] = [
  ['ECB+, half tuned on', ecb.filter(({ topic }) => hashOfTopic(topic) % 2 === 0)],
  ['ECB+, other half', ecb.filter(({ topic }) => hashOfTopic(topic) % 2 === 1)],
  ['EFE (es), without dates', rows.filter(({ source }) => source !== 'ECB+')],
];

console.log('Stories: clusters found one article at a time, against happenings (mean of 5 orders)\n');
console.log('set                        articles  pair P  pair R  pair F1   B3 P   B3 R  B3 F1');
for (const [name, set] of sets) {
  const scores = [0, 1, 2, 3, 4].map((order) => scoreStories(shuffle(set, order)));
  const mean = (pick: (s: ClusterScores) => number) =>
    (scores.reduce((sum, s) => sum + pick(s), 0) / scores.length).toFixed(3);
  const { pairs, bCubed } = {
    pairs: [mean((s) => s.pairs.precision), mean((s) => s.pairs.recall), mean((s) => s.pairs.f1)],
    bCubed: [mean((s) => s.bCubed.precision), mean((s) => s.bCubed.recall), mean((s) => s.bCubed.f1)],
  };
  console.log(
    name.padEnd(26),
    String(set.length).padStart(8),
    ...pairs.map((x) => x.padStart(7)),
    ' ',
    ...bCubed.map((x) => x.padStart(6)),
  );
}

console.log('\nCopies made from ECB+ articles of 80 words or more: share found, and its story kept\n');
for (const [kind, made] of makeCopies(ecb)) {
  const memory = createStoryMemory();
  for (const { id, text } of ecb) memory.add(id, { title: '', text });
  const placed = made.map(({ of, title, text }) => ({ of, ...memory.add(`copy of ${of}`, { title, text }) }));
  const found = placed.filter(({ copyOf }) => copyOf !== null).length / made.length;
  const same = placed.filter(
    ({ of, storyId }) => memory.add(of, { title: '', text: '' }).storyId === storyId,
  );
  console.log(kind.padEnd(44), found.toFixed(3), (same.length / made.length).toFixed(3));
}
const memory = createStoryMemory();
const cluster = new Map(ecb.map(({ id, cluster }) => [id, cluster]));
const copies = ecb
  .map(({ id, text }) => ({ id, ...memory.add(id, { title: '', text }) }))
  .filter(({ copyOf }) => copyOf !== null);
const wrong = copies.filter(({ id, copyOf }) => cluster.get(id) !== cluster.get(copyOf ?? ''));
console.log(
  `\nOf ${ecb.length} articles ${copies.length} are taken for copies, ${wrong.length} of another happening.`,
);

console.log('\nSpeed, on ECB+ articles with their words turned about\n');
for (const total of [1_000, 10_000]) {
  const stream = createStoryMemory();
  const started = performance.now();
  for (let i = 0; i < total; i++) {
    const row = ecb[i % ecb.length] as StoryRow;
    const text = row.text.replaceAll(/\p{Lu}\p{L}+/gu, (word) => `${word}${Math.floor(i / ecb.length)}`);
    stream.add(String(i), { title: '', text });
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`${total} articles: ${Math.round(total / seconds)} a second`);
}

function scoreStories(set: readonly StoryRow[]): ClusterScores {
  const memory = createStoryMemory();
  const found = set.map(({ id, title, text }) => memory.add(id, { title: title ?? '', text }).storyId);
  return scoreClusters(
    set.map(({ cluster }) => cluster),
    found,
  );
}

/** The same disorder in every run. */
function shuffle<T extends { id: string }>(set: readonly T[], order: number): T[] {
  return [...set].sort((a, b) => hashOfTopic(a.id + order) - hashOfTopic(b.id + order));
}
