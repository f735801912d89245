import type { Figures, Outcome } from './measurement.ts';

/** What a bench prints. A bench of two rounds has the second one's outcome beside the first's. */
export interface BenchReport extends Outcome {
  readonly bench: string;
  readonly runs: number;
  readonly load: string;
  readonly machine: string;
  /** The same load once more, when nothing is new. */
  readonly unchanged?: Outcome;
}

/** Prints a table for people or, with `--json`, one object for programs. */
export function printReport(report: BenchReport, args: readonly string[]): void {
  if (args.includes('--json')) {
    console.log(JSON.stringify(report));
    return;
  }
  const { bench, runs, load, machine, unchanged } = report;
  console.log(`${bench}: ${load}\n${machine}; medians of ${runs} runs\n`);
  console.log(table(report));
  if (unchanged !== undefined) console.log(`\nThe same again, unchanged:\n\n${table(unchanged)}`);
}

function table({ median, spread, peers }: Outcome): string {
  const rows = { aftermath: { ...median, spread }, ...peers };
  const figures = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  return [
    line('', figures),
    ...Object.entries(rows).map(([name, row]) =>
      line(
        name,
        figures.map((figure) => cell(row, figure)),
      ),
    ),
  ].join('\n');
}

function cell(row: Figures, figure: string): string {
  return row[figure]?.toString() ?? '–';
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(14) + cells.map((text) => text.padStart(20)).join('');
}
