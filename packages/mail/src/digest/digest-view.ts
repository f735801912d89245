import { daysBetween, type EditionDocument } from '@aftermath/core';
import { type CorrectionView, correctionView } from './correction-view.ts';
import { countryWord } from './country-word.ts';
import { type OverviewView, overviewView } from './overview-view.ts';
import { clip, longDate, moment, oneLine } from './plain-words.ts';
import { deafLine, silenceLines } from './silence-lines.ts';
import { type DigestSize, type StoryView, storyView } from './story-view.ts';
import { TEMPLATE_VERSION } from './template-version.ts';
import { WORDS, type Words } from './words/index.ts';

const FAILING_MAX = 12;
const CORRECTIONS_MAX = 10;
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
  readonly overview: OverviewView | null;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly stories: readonly StoryView[];
    readonly more: string | null;
  }[];
  readonly corrections: {
    readonly title: string;
    readonly entries: readonly CorrectionView[];
    readonly more: string | null;
  } | null;
  readonly silence: Lines | null;
  readonly failing: Lines | null;
  readonly dashboard: { readonly url: string; readonly words: string } | null;
  readonly made: Lines;
}

export interface Lines {
  readonly title: string;
  readonly lines: readonly string[];
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
    event: words.event(
      oneLine(watch.event.title),
      longDate(watch.event.date, words),
      daysBetween(watch.event.date, input.date),
    ),
    edition: words.edition(longDate(input.date, words), watch.timeZone),
    catchUp: catchUpLine(document, words),
    summary: empty
      ? [words.nothingNew, coverageLine(document, words)]
      : [words.summary(counts, sections.length)],
    overview: empty ? null : overviewView(document, words),
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
    corrections: correctionsOf(document, words),
    silence: empty ? null : titled(words.silence, silenceLines(document, words)),
    failing: empty ? null : failingSources(document, words),
    dashboard: input.dashboardUrl === null ? null : { url: input.dashboardUrl, words: words.openDashboard },
    made: {
      title: words.how,
      lines: [
        words.made({
          built: moment(input.builtAt, watch.timeZone) ?? words.dateUnknown,
          signals: input.signals.length,
          rules: input.rulesHash.slice(0, 12),
          watch: input.watchHash.slice(0, 12),
          template: TEMPLATE_VERSION,
        }),
      ],
    },
  };
}

function titled(title: string, lines: readonly string[]): Lines | null {
  return lines.length === 0 ? null : { title, lines };
}

/** After an outage: one edition for all the days, which says so. */
function catchUpLine({ input: { date, previousDate } }: EditionDocument, words: Words): string | null {
  if (previousDate === null) return null;
  const days = daysBetween(previousDate, date);
  return days > 1 ? words.catchUp(longDate(previousDate, words), days) : null;
}

function correctionsOf({ input }: EditionDocument, words: Words): DigestView['corrections'] {
  const { corrections, watch } = input;
  if (corrections.length === 0) return null;
  const shown = corrections.slice(0, CORRECTIONS_MAX);
  const hidden = corrections.length - shown.length;
  return {
    title: words.corrections,
    entries: shown.map((correction) => correctionView(correction, { words, timeZone: watch.timeZone })),
    more: hidden === 0 ? null : words.andMore(hidden),
  };
}

function covered({ input: { coverage } }: EditionDocument, words: Words): string {
  return coverage.sources === 0 ? words.noCoverage : words.coverage(coverage.healthy, coverage.sources);
}

function coverageLine(document: EditionDocument, words: Words): string {
  const { failing } = document.input.coverage;
  const names = upTo(
    FAILING_MAX,
    failing.map((source) => named(source, words)),
    words,
  );
  const missing = names.length === 0 ? '' : ` ${words.failing}: ${names.join(', ')}.`;
  const deaf = deafLine(document, words);
  return `${sentence(covered(document, words))}.${missing}${deaf === null ? '' : ` ${deaf}`}`;
}

function failingSources(document: EditionDocument, words: Words): Lines | null {
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
