import { cpus, totalmem } from 'node:os';

/** What one run cost. */
export interface Run {
  readonly wallSeconds: number;
  /** Of all threads and children, user and system. */
  readonly cpuSeconds: number;
  /** Absent where it can't be had. */
  readonly peakRssMiB?: number;
  /** Of the PostgreSQL server, where one works for us. */
  readonly databaseCpuSeconds?: number;
  /** How much was done: items, articles or feeds. */
  readonly done: number;
}

/** Medians over the runs, by the figure's name. */
export type Figures = Readonly<Record<string, number>>;

export interface Outcome {
  readonly median: Figures;
  /** The slowest run's wall time over the fastest's. */
  readonly spread: number;
  readonly peers: Readonly<Record<string, Figures>>;
}

/** @param rate name of the figure of things done per second, such as `itemsPerSecond` */
export function outcome(
  ours: readonly Run[],
  peers: Readonly<Record<string, readonly Run[]>>,
  rate: string,
): Outcome {
  const walls = ours.map(({ wallSeconds }) => wallSeconds);
  return {
    median: medians(ours, rate),
    spread: round(Math.max(...walls) / Math.min(...walls)),
    peers: Object.fromEntries(Object.entries(peers).map(([name, runs]) => [name, medians(runs, rate)])),
  };
}

function medians(runs: readonly Run[], rate: string): Figures {
  const of = (figure: keyof Run) => {
    const values = runs.flatMap((run) => run[figure] ?? []);
    return values.length === 0 ? {} : { [figure]: round(median(values)) };
  };
  return {
    ...of('wallSeconds'),
    ...of('cpuSeconds'),
    ...of('databaseCpuSeconds'),
    ...of('peakRssMiB'),
    [rate]: Math.round(median(runs.map(({ done, wallSeconds }) => done / wallSeconds))),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** Processor seconds of this process, all its threads included. */
export function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The machine in one line. */
export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

/** `--runs N`; five when it is not said. @throws on anything but a whole number from 1 on */
export function runsWanted(args: readonly string[]): number {
  const at = args.indexOf('--runs');
  const runs = at === -1 ? 5 : Number(args[at + 1]);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on');
  return runs;
}
