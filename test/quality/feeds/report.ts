import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LEFT_OUT, type Measured, type ParserResult, type Tally } from './measure.ts';

const floorsSchema = z.object({
  feeds: z.object({
    wellFormed: z.number(),
    illFormed: z.number(),
    damaged: z.number(),
    fields: z.number(),
    sanitizing: z.number(),
  }),
});

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
  for (const kind of ['wellFormed', 'illFormed', 'damaged', 'sanitizing'] as const) {
    console.log(row([kind, ...names.map((name) => share(measured.parsers.get(name)?.cases[kind]))]));
  }
  printTable('expected fields right, by field', measured, (result) => result.byField);
  printTable('expected fields right, by the cases’ origin', measured, (result) => result.byFormat);
  console.log(`\nOurs fails in ${ours.failures.length} cases:`);
  for (const failure of ours.failures) console.log(`  ${failure}`);
  for (const crash of ours.crashes) console.log(`  CRASH ${crash}`);
  return aboveFloors(ours) && ours.crashes.length === 0;
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
  console.log(row(['all', ...names.map((name) => share(sum(measured.parsers.get(name), of)))]));
}

function aboveFloors(ours: ParserResult): boolean {
  const file = path.join(import.meta.dirname, '../floors.json');
  const { feeds } = floorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const figures = {
    wellFormed: ratio(ours.cases.wellFormed),
    illFormed: ratio(ours.cases.illFormed),
    damaged: ratio(ours.cases.damaged),
    sanitizing: ratio(ours.cases.sanitizing),
    fields: ratio(sum(ours, (result) => result.byField)),
  };
  const under = Object.entries(feeds).filter(
    ([name, floor]) => figures[name as keyof typeof figures] < floor,
  );
  for (const [name, floor] of under) {
    console.log(
      `\nUNDER THE FLOOR: ${name} is ${figures[name as keyof typeof figures].toFixed(4)}, floor ${floor}`,
    );
  }
  return under.length === 0;
}

function sum(result: ParserResult | undefined, of: (result: ParserResult) => Map<string, Tally>): Tally {
  const total = { passed: 0, total: 0 };
  for (const tally of result ? of(result).values() : []) {
    total.passed += tally.passed;
    total.total += tally.total;
  }
  return total;
}

function ratio({ passed, total }: Tally): number {
  return total === 0 ? 1 : passed / total;
}

function share(tally: Tally | undefined): string {
  return tally && tally.total > 0 ? `${(100 * ratio(tally)).toFixed(1)} % of ${tally.total}` : '–';
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(44) : cell.padStart(18))).join('');
}
