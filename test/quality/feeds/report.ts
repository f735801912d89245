import { corpusNotes, floorMistakes } from './floors.ts';
import { LEFT_OUT, type Measured, type ParserResult } from './measure.ts';
import { ratio, sum, type Tally } from './tally.ts';

/** Prints the tables and what fails. False when a figure of ours is under its floor, or anything crashed. */
export function printReport(measured: Measured): boolean {
  const names = [...measured.parsers.keys()];
  const ours = measured.parsers.get('ours');
  if (!ours) return false;
  console.log(
    `Feeds: ${measured.rows} core cases; ${measured.outside} expectations are on values outside the model\n`,
  );
  for (const [pattern, reason] of LEFT_OUT) console.log(`Left out: ${pattern.source}: ${reason}`);
  console.log(row(['cases with every field right', ...names]));
  for (const kind of ['wellFormed', 'illFormed', 'damaged', 'sanitizing', 'others'] as const) {
    console.log(row([kind, ...names.map((name) => share(measured.parsers.get(name)?.cases[kind]))]));
  }
  printTable('expected fields right, by field', measured, (result) => result.byField);
  printTable('expected fields right, by format', measured, (result) => result.byFormat);
  printTable('expected fields right, by the cases’ origin', measured, (result) => result.byOrigin);
  printDates(measured);
  console.log(`\nOurs fails in ${ours.failures.length} cases:`);
  for (const failure of ours.failures) console.log(`  ${failure}`);
  for (const crash of ours.crashes) console.log(`  CRASH ${crash}`);
  const mistakes = floorMistakes(measured);
  for (const line of [...corpusNotes(measured), ...mistakes]) console.log(`\n${line}`);
  return mistakes.length === 0 && ours.crashes.length === 0;
}

function printDates({ dates }: Measured): void {
  console.log(`\n${row(['dates of feeds', 'ours', 'Date.parse'])}`);
  const shares = [dates.ours, dates.platform].map((passed) => share({ passed, total: dates.total }));
  console.log(row(['read as they should be', ...shares]));
  for (const failure of dates.failures) console.log(`  ${failure}`);
}

function printTable(
  title: string,
  measured: Measured,
  of: (result: ParserResult) => Map<string, Tally>,
): void {
  const names = [...measured.parsers.keys()];
  const keys = new Set([...measured.parsers.values()].flatMap((result) => [...of(result).keys()]));
  console.log(`\n${row([title, ...names])}`);
  for (const key of [...keys].sort()) {
    console.log(
      row([
        key,
        ...names.map((name) =>
          share(measured.parsers.get(name) && of(measured.parsers.get(name) as ParserResult).get(key)),
        ),
      ]),
    );
  }
  console.log(
    row([
      'all',
      ...names.map((name) =>
        share(
          sum((measured.parsers.get(name) && of(measured.parsers.get(name) as ParserResult)) ?? new Map()),
        ),
      ),
    ]),
  );
}

function share(tally: Tally | undefined): string {
  return tally && tally.total > 0 ? `${(100 * ratio(tally)).toFixed(1)} % of ${tally.total}` : '–';
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(44) : cell.padStart(18))).join('');
}
