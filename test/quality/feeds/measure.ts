import { FeedError, parseFeed } from '@aftermath/feeds';
import { type Case, corpusHash, readCases, readDateCases, urlOf } from './case.ts';
import type { Check } from './check.ts';
import { passes } from './compare.ts';
import { expectFeedparser } from './expect-feedparser.ts';
import { expectGofeed } from './expect-gofeed.ts';
import { expectMiniflux } from './expect-miniflux.ts';
import { expectOutput } from './expect-output.ts';
import { type DatesMeasured, measureDates } from './measure-dates.ts';
import { PARSERS, type Parser } from './parsers.ts';
import type { Tally } from './tally.ts';

export interface ParserResult {
  /** Cases of which every expected field is right. */
  readonly cases: {
    readonly wellFormed: Tally;
    readonly illFormed: Tally;
    readonly damaged: Tally;
    readonly sanitizing: Tally;
    /** Rows the corpus sets aside as another parser's own model, as far as that model is ours too. */
    readonly others: Tally;
  };
  readonly byField: Map<string, Tally>;
  readonly byFormat: Map<string, Tally>;
  readonly byOrigin: Map<string, Tally>;
  readonly failures: string[];
  /** Inputs of the whole corpus on which it threw something that isn't its answer to "no feed". */
  crashes: string[];
}

export interface Measured {
  readonly parsers: Map<string, ParserResult>;
  readonly rows: number;
  /** Expectations on values that our model hasn't. */
  readonly outside: number;
  readonly dates: DatesMeasured;
  /** Of the corpus measured on. */
  readonly corpus: string;
}

/** Core rows that no feed parser can be measured by. */
export const LEFT_OUT: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/\/opml\//, 'lists of feeds, no feeds'],
  [/xml2js-options/, 'expects what options of its own parser make of empty elements'],
];

/** Runs the parsers over every row with expectations, and ours over all others too, which must not crash. */
export async function measureFeeds(names: readonly string[] = Object.keys(PARSERS)): Promise<Measured> {
  const cases = readCases();
  const core = cases.filter((row) => row.core && !LEFT_OUT.some(([pattern]) => pattern.test(row.id)));
  const others = cases.filter((row) => !row.core && !row.format.startsWith('w3c'));
  const parsers = new Map<string, ParserResult>();
  for (const [name, parse] of Object.entries(PARSERS).filter(([name]) => names.includes(name))) {
    const result = emptyResult();
    for (const row of core) {
      await measureCase(row, parse, result);
      await measureDamaged(row, parse, result);
    }
    for (const row of others) await measureCase(row, parse, result);
    parsers.set(name, result);
  }
  const ours = parsers.get('ours');
  for (const row of cases) {
    const crash = await crashOf(row, PARSERS.ours);
    if (crash) ours?.crashes.push(`${row.id}: ${crash}`);
  }
  const outside = core.reduce((sum, row) => sum + expectationsOf(row).outside, 0);
  const dates = readDateCases();
  return {
    parsers,
    rows: core.length,
    outside,
    dates: measureDates(dates),
    corpus: corpusHash(cases, dates),
  };
}

function expectationsOf(row: Case): { checks: Check[]; outside: number } {
  if (row.format === 'feedparser-assertions') return expectFeedparser(row.expected);
  if (row.format === 'miniflux-assertions') return expectMiniflux(row);
  if (row.format === 'gofeed-native') return expectGofeed(row.expected);
  return { checks: expectOutput(row.expected), outside: 0 };
}

async function measureCase(row: Case, parse: Parser, result: ParserResult): Promise<void> {
  const { checks } = expectationsOf(row);
  const illFormed = row.expect_error || (row.group?.startsWith('illformed') ?? false);
  const sanitizing = row.group?.includes('sanitize') ?? false;
  if (checks.length === 0 && !row.expect_error) return;
  const url = urlOf(row);
  const document = await parse(row.bytes, url, contentTypeOf(row)).catch(() => null);
  const failed = checks.filter((check) => document === null || !passes(check, document, url, sanitizing));
  const right = row.expect_error ? document === null : failed.length === 0;
  add(result.cases[groupOf(row, sanitizing, illFormed)], right);
  if (!right) {
    const reasons = failed.map(
      (check) =>
        `${check.field}: wanted ${show(check.expected)}, got ${show(document && check.actual(document))}`,
    );
    result.failures.push(
      `${row.id} · ${document === null ? 'threw' : reasons.slice(0, 2).join(' · ') || 'no error'}`,
    );
  }
  if (sanitizing || !row.core) return;
  const format = formatOf(row);
  for (const check of checks) {
    const ok = !failed.includes(check);
    add(entry(result.byField, check.field), ok);
    add(entry(result.byFormat, format), ok);
    add(entry(result.byOrigin, row.source), ok);
  }
}

function groupOf(row: Case, sanitizing: boolean, illFormed: boolean): keyof ParserResult['cases'] {
  if (!row.core) return 'others';
  if (sanitizing) return 'sanitizing';
  return illFormed ? 'illFormed' : 'wellFormed';
}

/** The same expectations of a well-formed case after it was made ill-formed: nothing expected was touched. */
async function measureDamaged(row: Case, parse: Parser, result: ParserResult): Promise<void> {
  const bytes = damage(row.bytes);
  const { checks } = expectationsOf(row);
  if (!bytes || checks.length === 0 || row.expect_error || /sanitize|illformed/.test(row.group ?? '')) return;
  const url = urlOf(row);
  const document = await parse(bytes, url, contentTypeOf(row)).catch(() => null);
  const right = document !== null && checks.every((check) => passes(check, document, url));
  add(result.cases.damaged, right);
}

/** An undeclared prefix and entity, a bare & and a tag that nothing closes; and the last end tag is missing. */
function damage(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.lastIndexOf('</');
  if (end < 0 || text.trimStart().startsWith('{')) return null;
  return Buffer.from(`${text.slice(0, end)}<zz:more>a & b &nope; <br></zz:more>\n`, 'latin1');
}

async function crashOf(row: Case, parse: Parser | undefined): Promise<string | null> {
  try {
    await parse?.(row.bytes, urlOf(row), contentTypeOf(row));
    return null;
  } catch (error) {
    return error instanceof FeedError ? null : String(error);
  }
}

/** What the case is, as ours sees it: the cases don't say. */
function formatOf(row: Case): string {
  try {
    return parseFeed(row.bytes).format;
  } catch {
    return 'no feed';
  }
}

function contentTypeOf({ headers }: Case): string | null {
  return headers['Content-Type'] ?? headers['Content-type'] ?? null;
}

function emptyResult(): ParserResult {
  const tally = (): Tally => ({ passed: 0, total: 0 });
  return {
    cases: {
      wellFormed: tally(),
      illFormed: tally(),
      damaged: tally(),
      sanitizing: tally(),
      others: tally(),
    },
    byField: new Map(),
    byFormat: new Map(),
    byOrigin: new Map(),
    failures: [],
    crashes: [],
  };
}

function entry(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? { passed: 0, total: 0 };
  tallies.set(key, tally);
  return tally;
}

function add(tally: Tally, passed: boolean): void {
  tally.total += 1;
  if (passed) tally.passed += 1;
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 160);
}
