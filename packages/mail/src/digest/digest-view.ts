import { addDays, type EditionDocument } from '@aftermath/core';
import { countryWord } from './country-word.ts';
import { clip, moment, oneLine } from './plain-words.ts';
import { type DigestSize, type StoryView, storyView } from './story-view.ts';
import { TEMPLATE_VERSION } from './template-version.ts';
import { WORDS, type Words } from './words/index.ts';

const FAILING_MAX = 12;
const REASON_CHARS_MAX = 200;

export interface DigestView {
  readonly language: string;
  readonly subject: string;
  readonly title: string;
  readonly sample: string | null;
  readonly event: string;
  readonly edition: string;
  /** Said when days passed without a digest. */
  readonly catchUp: string | null;
  /** One line; on a day without news two, the second being the coverage. */
  readonly summary: readonly string[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly stories: readonly StoryView[];
    readonly more: string | null;
  }[];
  readonly quiet: string | null;
  readonly failing: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly dashboard: { readonly url: string; readonly words: string } | null;
  readonly made: string;
}

/** Puts an edition into words, once for the HTML and the text form, so that both say the same. */
export function digestView(document: EditionDocument, size: DigestSize): DigestView {
  const { input, sections, counts } = document;
  const { watch } = input;
  const words = WORDS[watch.language];
  const title = oneLine(watch.title);
  const empty = counts.entries === 0;
  return {
    language: watch.language,
    subject: words.subject(
      watch.sample ? `[${words.sampleTag}] ${title}` : title,
      input.date,
      counts.stories,
    ),
    title,
    sample: watch.sample ? words.sample : null,
    event: words.event(oneLine(watch.event.title), watch.event.date),
    edition: words.edition(input.date, watch.timeZone),
    catchUp:
      input.previousDate !== null && input.previousDate < addDays(input.date, -1)
        ? words.catchUp(input.previousDate)
        : null,
    summary: empty
      ? [words.nothingNew, coverageLine(document, words)]
      : [words.summary(counts, sections.length)],
    sections: sections.map(({ category, stories: chosen, more }) => {
      const shown = chosen.slice(0, size.storiesPerCategory);
      const hidden = more + chosen.length - shown.length;
      return {
        id: category.id,
        title: oneLine(category.title),
        stories: shown.map((story) => storyView(story, { words, timeZone: watch.timeZone, size })),
        more: hidden === 0 ? null : words.more(hidden),
      };
    }),
    quiet: empty ? null : quietLine(document, words),
    failing: empty ? null : failingSources(document, words),
    dashboard: input.dashboardUrl === null ? null : { url: input.dashboardUrl, words: words.openDashboard },
    made: words.made(
      input.rulesHash.slice(0, 12),
      TEMPLATE_VERSION,
      moment(input.builtAt, watch.timeZone) ?? words.dateUnknown,
    ),
  };
}

function covered({ input: { coverage } }: EditionDocument, words: Words): string {
  return coverage.sources === 0 ? words.noCoverage : words.coverage(coverage.healthy, coverage.sources);
}

/** Silence is worth what was listened to: the two are said in one breath. */
function quietLine(document: EditionDocument, words: Words): string | null {
  if (document.quiet.length === 0) return null;
  const titles = document.quiet.map(({ title }) => oneLine(title)).join(', ');
  return `${words.quiet}: ${titles} (${covered(document, words)}).`;
}

function coverageLine(document: EditionDocument, words: Words): string {
  const { failing } = document.input.coverage;
  const names = upTo(
    FAILING_MAX,
    failing.map((source) => named(source, words)),
    words,
  );
  const missing = names.length === 0 ? '' : ` ${words.failing}: ${names.join(', ')}.`;
  return `${sentence(covered(document, words))}.${missing}`;
}

function failingSources(document: EditionDocument, words: Words): DigestView['failing'] {
  const { coverage, watch } = document.input;
  if (coverage.failing.length === 0) return null;
  const lines = coverage.failing.map(({ title, country, since, reason }) => {
    const from = since === null ? null : moment(since, watch.timeZone);
    return [
      named({ title, country }, words),
      from === null ? '' : words.since(from),
      clip(oneLine(reason), REASON_CHARS_MAX),
    ]
      .filter((part) => part !== '')
      .join(', ');
  });
  return { title: words.failing, lines: upTo(FAILING_MAX, lines, words) };
}

function named(
  { title, country }: { readonly title: string; readonly country: string },
  words: Words,
): string {
  return `${oneLine(title)} (${countryWord(country, words)})`;
}

function upTo(max: number, all: readonly string[], words: Words): readonly string[] {
  const lines = [...new Set(all)];
  return lines.length <= max ? lines : [...lines.slice(0, max), words.andMore(lines.length - max)];
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
