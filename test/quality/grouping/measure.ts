import { createStoryMemory } from '@aftermath/group';
import { makeCopies } from './make-copies.ts';
import { type ClusterScores, type Score, scoreClusters } from './score-clusters.ts';
import { hashOf, type StoryRow } from './story-row.ts';

/** Stories depend on the order of arrival; figures are means of this many. */
const ORDERS = 5;

/** Puts a set into stories one article at a time and compares them with its clusters. */
export function measureStories(set: readonly StoryRow[]): ClusterScores {
  const scores = Array.from({ length: ORDERS }, (_, order) => {
    const memory = createStoryMemory();
    const rows = shuffle(set, order);
    for (const { id, title = '', text, lang, publishedAt = null } of rows)
      memory.add(id, { title, text, lang, publishedAt });
    // A later article may show two stories to be one: what counts is where each article stands in the end.
    return scoreClusters(
      rows.map(({ cluster }) => cluster),
      rows.map(({ id, text }) => memory.add(id, { title: '', text }).storyId),
    );
  });
  return { pairs: mean(scores.map(({ pairs }) => pairs)), bCubed: mean(scores.map(({ bCubed }) => bCubed)) };
}

export interface CopyFigures {
  readonly way: string;
  /** Share of the made copies that are known for copies. */
  readonly found: number;
  /** Share that is put into the story of its original. */
  readonly sameStory: number;
}

/** Makes copies of the articles in several ways and looks for them among the originals. */
export function measureCopies(rows: readonly StoryRow[]): readonly CopyFigures[] {
  return makeCopies(rows).map(([way, made]) => {
    const memory = createStoryMemory();
    const stories = new Map(rows.map(({ id, text }) => [id, memory.add(id, { title: '', text }).storyId]));
    const placed = made.map(({ of, title, text }) => ({
      of,
      ...memory.add(`copy of ${of}`, { title, text }),
    }));
    return {
      way,
      found: placed.filter(({ copyOf }) => copyOf !== null).length / made.length,
      sameStory: placed.filter(({ of, storyId }) => stories.get(of) === storyId).length / made.length,
    };
  });
}

/** Articles taken for copies, and those of them whose original tells another happening. */
export function measureFalseCopies(rows: readonly StoryRow[]): { copies: number; wrong: number } {
  const memory = createStoryMemory();
  const cluster = new Map(rows.map(({ id, cluster }) => [id, cluster]));
  const copies = rows
    .map(({ id, text }) => ({ id, copyOf: memory.add(id, { title: '', text }).copyOf }))
    .filter(({ copyOf }) => copyOf !== null);
  const wrong = copies.filter(({ id, copyOf }) => cluster.get(id) !== cluster.get(copyOf ?? ''));
  return { copies: copies.length, wrong: wrong.length };
}

/** Articles a second over a stream in which the same texts come again about other names. */
export function measureSpeed(rows: readonly StoryRow[], total: number): number {
  const memory = createStoryMemory();
  const started = performance.now();
  for (let i = 0; i < total; i++) {
    const round = Math.floor(i / rows.length);
    const text = (rows[i % rows.length]?.text ?? '').replaceAll(
      /\p{Lu}\p{L}+/gu,
      (name) => `${name}${round}`,
    );
    memory.add(String(i), { title: '', text });
  }
  return (1000 * total) / (performance.now() - started);
}

/** The same disorder in every run. */
function shuffle(set: readonly StoryRow[], order: number): StoryRow[] {
  return [...set].sort((a, b) => hashOf(a.id + order) - hashOf(b.id + order));
}

function mean(scores: readonly Score[]): Score {
  const of = (pick: (score: Score) => number) =>
    scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  return { precision: of((s) => s.precision), recall: of((s) => s.recall), f1: of((s) => s.f1) };
}
