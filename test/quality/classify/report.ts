import { bootstrapF1 } from './interval.ts';
import { confusion, type Mistake, measureSystem, type Share, type Tallies } from './measure.ts';
import type { Bin } from './reliability.ts';
import type { Row } from './rows.ts';
import { AIMED, CATEGORIES, type System } from './systems.ts';
import { describe, f1Of, share, type Tally } from './tally.ts';

const WORST = 5;

/** Prints a table with the base lines beside, and returns the tallies of the first system. */
export function printCategories(
  name: string,
  rows: readonly Row[],
  systems: Readonly<Record<string, System>>,
): Tallies {
  console.log(`\n${name}`);
  const measured = Object.entries(systems).map(([system, say]) => ({
    system,
    tallies: measureSystem(rows, say),
  }));
  const [first, ...others] = measured;
  const shipped = first?.tallies ?? {};
  const heads = others.map(({ system }) => system.padStart(11)).join('  ');
  console.log(
    `${'category'.padEnd(18)}    n    pos  precision         recall            F1                   ${heads}`,
  );
  for (const category of CATEGORIES) {
    const tally = shipped[category] as Tally;
    if (tally.n === 0) continue;
    const { low, high } = bootstrapF1(tally);
    const beside = others.map(({ tallies }) =>
      f1Of(tallies[category] as Tally)
        .toFixed(3)
        .padStart(11),
    );
    console.log(
      `${category.padEnd(18)}${describe(tally)} [${low.toFixed(2)}–${high.toFixed(2)}]  ${beside.join('  ')}`,
    );
  }
  const macros = measured.map(({ system, tallies }) => `${system} ${macroF1(tallies, rows).toFixed(3)}`);
  console.log(`macro-F1 of those with positives: ${macros.join(', ')}`);
  return shipped;
}

function macroF1(tallies: Tallies, rows: readonly Row[]): number {
  const shown = CATEGORIES.filter((category) =>
    rows.some(({ labels, judged }) => judged.includes(category) && labels.includes(category)),
  );
  return mean(shown.map((category) => f1Of(tallies[category] as Tally)));
}

export function aimedMacroF1(tallies: Tallies): number {
  return mean(AIMED.map((category) => f1Of(tallies[category] as Tally)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function printConfusion(rows: readonly Row[], system: System): void {
  console.log('\nConfusion: what rows of a category were also, wrongly, taken for');
  for (const [is, line] of confusion(rows, system))
    console.log(`${is.padEnd(18)}${[...line].map(([said, n]) => `${said} ${n}`).join(', ')}`);
}

export function printReliability(bins: readonly Bin[], error: number): void {
  console.log('\nReliability: signals by probability, said and right');
  for (const { from, to, n, said, right } of bins)
    console.log(
      `${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}  n ${String(n).padStart(4)}  said ${said.toFixed(2)}  right ${right.toFixed(2)}  ${'█'.repeat(Math.round(right * 40))}`,
    );
  console.log(`Expected calibration error: ${error.toFixed(3)}`);
}

export function printScope(name: string, tally: Tally): void {
  const right = tally.n - tally.spurious - tally.missed;
  const positives = tally.right + tally.missed;
  const majority = Math.max(positives, tally.n - positives);
  console.log(
    `${name.padEnd(40)}${describe(tally)}  right ${share(right, tally.n)}  majority ${(majority / tally.n).toFixed(2)}`,
  );
}

export function printShare(name: string, { hits, n }: Share): void {
  console.log(`${name}: ${hits} of ${n}, ${share(hits, n)}`);
}

/** The surest of the wrong ones, of each kind. */
export function printWorst(mistakes: readonly Mistake[]): void {
  for (const kind of new Set(mistakes.map((mistake) => mistake.kind))) {
    console.log(`\nWorst errors, ${kind}`);
    const worst = mistakes.filter((mistake) => mistake.kind === kind).toSorted((a, b) => b.weight - a.weight);
    for (const { line } of worst.slice(0, WORST)) console.log(`  ${line.replace(/\s+/g, ' ')}`);
  }
}
