import type { Row } from './rows.ts';
import { CATEGORIES, type Classify, type System } from './systems.ts';
import { count, emptyTally, type Tally } from './tally.ts';

/** Something that was judged wrongly, in a line for people; the surer we were, the worse. */
export interface Mistake {
  readonly kind: string;
  readonly line: string;
  readonly weight: number;
}
export type Report = (mistake: Mistake) => void;

export type Tallies = Readonly<Record<string, Tally>>;

/** Right and wrong per category. Rows say nothing of categories not judged in them. */
export function measureSystem(rows: readonly Row[], system: System): Tallies {
  const tallies = Object.fromEntries(CATEGORIES.map((category) => [category, emptyTally()]));
  for (const row of rows) {
    const said = system(row);
    for (const category of row.judged.filter((one) => CATEGORIES.includes(one)))
      count(tallies[category] as Tally, said.has(category), row.labels.includes(category));
  }
  return tallies;
}

export function reportMistakes(rows: readonly Row[], classify: Classify, report: Report): void {
  for (const row of rows) {
    const { signals } = classify(row);
    for (const category of row.judged.filter((one) => CATEGORIES.includes(one))) {
      const is = row.labels.includes(category);
      const signal = signals.find((one) => one.category === category);
      if (is && signal === undefined)
        report({
          kind: category,
          weight: 0.5,
          line: `missed ${row.id}: ${row.title} ${row.text.slice(0, 300)}`,
        });
      if (!is && signal !== undefined)
        report({
          kind: category,
          weight: signal.score,
          line: `spurious ${row.id}: ${signal.evidence[0]?.quote.slice(0, 300)} (${signal.evidence[0]?.why})`,
        });
    }
  }
}

/** How often a row of one category (first key) was given another (second), of the rows where that one was judged absent. */
export function confusion(rows: readonly Row[], system: System): Map<string, Map<string, number>> {
  const table = new Map<string, Map<string, number>>();
  for (const row of rows)
    for (const is of row.labels.length === 0 ? ['none'] : row.labels)
      for (const said of system(row)) {
        if (row.labels.includes(said) || !row.judged.includes(said)) continue;
        const line = table.get(is) ?? new Map<string, number>();
        line.set(said, (line.get(said) ?? 0) + 1);
        table.set(is, line);
      }
  return table;
}

export function measureScope(rows: readonly Row[], classify: Classify, report: Report): Tally {
  const tally = emptyTally();
  for (const row of rows) {
    if (row.inScope === null) continue;
    const { inScope, relevance } = classify(row);
    count(tally, inScope, row.inScope);
    if (inScope !== row.inScope)
      report({
        kind: 'scope',
        weight: relevance,
        line: `${inScope ? 'spurious' : 'missed'} ${row.id}: ${row.title} ${row.text.slice(0, 200)}`,
      });
  }
  return tally;
}

export interface Share {
  readonly hits: number;
  readonly n: number;
}

/** Of the signals found and labelled, those with the right status. */
export function measureStatus(rows: readonly Row[], classify: Classify, report: Report): Share {
  const judged = rows.flatMap((row) =>
    classify(row).signals.flatMap(({ category, status, score, evidence }) => {
      const is = row.status[category];
      if (is !== undefined && is !== status)
        report({
          kind: 'status',
          weight: score,
          line: `${category} is ${is}, said ${status}: ${evidence[0]?.quote} (${evidence[0]?.why})`,
        });
      return is === undefined ? [] : [is === status];
    }),
  );
  return { hits: judged.filter(Boolean).length, n: judged.length };
}

/** Countries named beside the evidence, against those that a reader finds. */
export function measureCountries(
  rows: readonly { readonly row: Row; readonly countries: readonly string[] }[],
  find: (row: Row) => readonly string[],
): Tally {
  const tally = emptyTally();
  for (const { row, countries } of rows) {
    const found = find(row);
    for (const country of new Set([...countries, ...found]))
      count(tally, found.includes(country), countries.includes(country));
  }
  return tally;
}

/** Articles with any signal at all. */
export function measureOffTopic(rows: readonly Row[], classify: Classify, report: Report): Share {
  const loud = rows.filter((row) => {
    const { signals } = classify(row);
    for (const { category, score, evidence } of signals)
      report({
        kind: 'off-topic',
        weight: score,
        line: `${category} ${row.id}: ${evidence[0]?.quote.slice(0, 300)} (${evidence[0]?.why})`,
      });
    return signals.length > 0;
  });
  return { hits: loud.length, n: rows.length };
}

/** Quotes that equal the text at their offsets. */
export function measureEvidence(rows: readonly Row[], classify: Classify): Share {
  const valid = rows.flatMap((row) =>
    classify(row).signals.flatMap(({ evidence }) =>
      evidence.map(({ field, start, end, quote }) => quote !== '' && row[field].slice(start, end) === quote),
    ),
  );
  return { hits: valid.filter(Boolean).length, n: valid.length };
}
