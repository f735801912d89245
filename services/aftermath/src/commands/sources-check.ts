import { readConfig } from '@aftermath/config';
import { Failure, type FeedDocument } from '@aftermath/core';
import { parseFeed } from '@aftermath/feeds';
import { createFetcher, type Fetcher } from '@aftermath/fetch';
import type { Command } from 'commander';
import { print } from '../print.ts';
import { readInput } from '../read-input.ts';
import { type ReportProblem, reportSource, type SourceReport } from '../source-report.ts';

interface Flags {
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** How the server answered; null in a report: a file was read. */
interface Answer {
  readonly url: string;
  readonly bytes: number;
  readonly durationMs: number;
  readonly contentType: string | null;
  /** Whether a second, conditional request was answered with "not modified". */
  readonly conditional: boolean;
}

interface Checked {
  readonly source: string;
  readonly ok: boolean;
  readonly answer: Answer | null;
  readonly report: Omit<SourceReport, 'problems'> | null;
  readonly problems: readonly ReportProblem[];
}

export function addSourcesCheck(sources: Command, exit: (code: number) => void): void {
  sources
    .command('check')
    .description('look at a feed or sitemap and say what it gives; exit code 1 when it can not be used')
    .argument('<file-or-url>', 'a file, - for the standard input, or an address')
    .option('--strict', 'exit code 1 for warnings too')
    .option('--json', 'print JSON')
    .action(async (source: string, { json, strict }: Flags) => {
      const checked = await check(source);
      print(checked, json, describe(checked));
      const warned = strict === true && checked.problems.some(({ level }) => level === 'warning');
      exit(checked.ok && !warned ? 0 : 1);
    });
}

async function check(source: string): Promise<Checked> {
  const now = new Date();
  try {
    const { feed, answer, problems } = /^https?:\/\//i.test(source)
      ? await readUrl(source, now)
      : { feed: read(await readInput(source), null, null, now), answer: null, problems: [] };
    const { problems: found, ...report } = reportSource(feed, now);
    const all = [...problems, ...found];
    return { source, ok: all.every(({ level }) => level !== 'error'), answer, report, problems: all };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problem = { level: 'error', code: error.code, message: error.message, items: null } as const;
    return { source, ok: false, answer: null, report: null, problems: [problem] };
  }
}

function read(bytes: Uint8Array, url: string | null, contentType: string | null, now: Date): FeedDocument {
  return parseFeed(bytes, { url, contentType, now: now.toISOString() });
}

async function readUrl(source: string, now: Date) {
  const { userAgent, allowPrivate } = readConfig({});
  const fetcher = createFetcher({ userAgent, allowPrivate });
  try {
    const first = await fetcher.fetch(source);
    const feed = read(first.body, first.url, first.contentType, now);
    const hasValidators = first.etag !== null || first.lastModified !== null;
    const conditional = hasValidators && (await isNotModified(fetcher, first));
    const { url, contentType, durationMs } = first;
    const problems: ReportProblem[] = [];
    const warn = (code: string, message: string) =>
      problems.push({ level: 'warning', code, message, items: null });
    if (first.permanentUrl !== null) warn('moved', `it moved for good: use ${first.permanentUrl}`);
    if (/html/i.test(contentType ?? ''))
      warn('content-type', `it is sent as ${contentType}, which is no feed's`);
    if (!hasValidators)
      warn('no-validators', 'it has no ETag and no Last-Modified: each look costs all of it');
    else if (!conditional) warn('validators-ignored', 'it answers a conditional request with all of it');
    if (url.startsWith('http:'))
      problems.push({
        level: 'note',
        code: 'not-encrypted',
        message: 'it is read without encryption',
        items: null,
      });
    return {
      feed,
      answer: { url, bytes: first.body.byteLength, durationMs, contentType, conditional },
      problems,
    };
  } finally {
    await fetcher.close();
  }
}

async function isNotModified(
  fetcher: Fetcher,
  first: Awaited<ReturnType<Fetcher['fetch']>>,
): Promise<boolean> {
  try {
    const { etag, lastModified, url } = first;
    return (await fetcher.fetch(url, { etag, lastModified })).notModified;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function describe({ source, ok, answer, report, problems }: Checked): string {
  const lines = [source];
  if (answer !== null) {
    const again = answer.conditional ? 'not sent again when unchanged' : 'sent again when unchanged';
    lines.push(`  answer    ${answer.bytes} bytes in ${Math.round(answer.durationMs)} ms, ${again}`);
  }
  if (report !== null) {
    const { format, title, language, items, dated, newest, oldest, updatesPerDay, pollMinutes, fullText } =
      report;
    const perDay = updatesPerDay === null ? 'rhythm not known' : `${updatesPerDay} updates a day`;
    lines.push(
      `  format    ${format}${title === null ? '' : `, "${title}"`}${language === null ? '' : `, ${language}`}`,
      `  items     ${items}, ${dated} with a date${oldest === null ? '' : `, from ${oldest} to ${newest}`}`,
      `  rhythm    ${perDay}; the next look would be in ${pollMinutes} minutes`,
      `  full text ${fullText} of ${items}`,
    );
  }
  for (const { level, code, message, items } of problems)
    lines.push(`  ${level.padEnd(9)} ${code}: ${items === null ? '' : `${items} × `}${message}`);
  return [...lines, ok ? '  it can be used' : "  it can't be used"].join('\n');
}
