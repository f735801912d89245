import { addDays, localDate } from '@aftermath/core';
import { isRead, type SourceHealth, sourceCoverage, sourceHealth } from '@aftermath/db';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { print } from '../print.ts';
import { withDatabase } from '../with-database.ts';

interface ListFlags {
  readonly data?: string;
  readonly watch?: string;
  readonly json?: boolean;
}

interface CoverageFlags extends ListFlags {
  readonly days: string;
  readonly zone: string;
}

const DAYS_MAX = 366;

export function addSourcesList(sources: Command): void {
  sources
    .command('list', { isDefault: true })
    .description('say how each source is doing, what it last published, and why one fails')
    .option('--watch <id>', 'those of one watch')
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async (flags: ListFlags) => {
      const all = await withDatabase(flags, ({ orm }) => sourceHealth(orm, flags.watch));
      const now = new Date();
      const lines = all.flatMap((source) => sourceLines(source, now));
      print(all, flags.json, [...lines, `${all.filter(isRead).length} of ${all.length} healthy`].join('\n'));
    });

  sources
    .command('coverage')
    .description('say on how many days the sources were read, by country and language')
    .option('--days <n>', 'the last days, today included', '30')
    .option('--zone <name>', 'whose days', 'UTC')
    .option('--watch <id>', 'the sources of one watch')
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async ({ days, zone, watch, ...flags }: CoverageFlags) => {
      const count = Number(days);
      if (!Number.isInteger(count) || count < 1 || count > DAYS_MAX)
        throw new CommandError(`--days ${days}: must be a whole number from 1 to ${DAYS_MAX}`, 2);
      const lastDate = todayIn(zone);
      const firstDate = addDays(lastDate, 1 - count);
      const ofWatch = watch === undefined ? {} : { watchId: watch };
      const rows = await withDatabase(flags, ({ orm }) =>
        sourceCoverage(orm, { firstDate, lastDate, timeZone: zone, ...ofWatch }),
      );
      const lines = rows.map(
        ({ country, lang, sources: number, sourceDays, healthyDays }) =>
          `${country || '??'} ${lang}  ${healthyDays} of ${sourceDays} source-days healthy, ${number} source(s)`,
      );
      print({ firstDate, lastDate, timeZone: zone, coverage: rows }, flags.json, lines.join('\n'));
    });
}

function todayIn(zone: string): string {
  try {
    return localDate(new Date(), zone);
  } catch {
    throw new CommandError(`--zone ${zone}: there is no such time zone`, 2);
  }
}

function sourceLines(source: SourceHealth, now: Date): string[] {
  const { id, state, country, title, url, errorMessage, lastItemAt, silent, movedTo } = source;
  const about = [
    lastItemAt === null ? 'nothing new yet' : `last new item ${ago(lastItemAt, now)} ago`,
    ...(silent ? ['silent beyond its own rhythm'] : []),
    ...(source.failingSince === null ? [] : [`failing since ${source.failingSince.toISOString()}`]),
    ...(source.acknowledgedAt === null ? [] : ['acknowledged']),
    ...(movedTo === null ? [] : [`moved to ${movedTo}`]),
  ];
  return [
    `${state.padEnd(8)} ${String(id).padStart(4)}  ${country}  ${title}  ${url}`,
    `               ${about.join('; ')}`,
    ...(errorMessage === null ? [] : [`               ${errorMessage}`]),
  ];
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function ago(at: Date, now: Date): string {
  const passed = now.getTime() - at.getTime();
  const [unit, ms] = UNITS.find(([, length]) => passed >= length) ?? ['minute', 60_000];
  const count = Math.max(0, Math.floor(passed / ms));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
