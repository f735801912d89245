import type { EditionDocument, EditionStory } from '@aftermath/core';
import { DateTime } from 'luxon';
import { TEMPLATE_VERSION } from './template-version.ts';
import { WORDS, type Words } from './words.ts';

/** Quotes are whole sentences; one longer than this is a text without full stops, and is cut with a mark. */
const QUOTE_CHARS_MAX = 600;
const HEADLINE_CHARS_MAX = 300;
const FAILING_MAX = 12;

export interface StoryView {
  readonly headline: string;
  /** Null: an address that is no web page is not linked. */
  readonly url: string | null;
  readonly quote: string;
  readonly status: EditionStory['lead']['status'];
  readonly statusWord: string;
  readonly firstFor: string | null;
  /** Source, time, countries, outlets: one line. */
  readonly about: string;
}

export interface DigestView {
  readonly language: string;
  readonly subject: string;
  readonly title: string;
  readonly sample: string | null;
  readonly event: string;
  readonly summary: string;
  readonly sections: readonly {
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
export function digestView(document: EditionDocument): DigestView {
  const { input, sections, quiet } = document;
  const { watch, coverage } = input;
  const words = WORDS[watch.language];
  const time = (iso: string | null) => (iso === null ? words.dateUnknown : moment(iso, watch));
  const stories = new Set(sections.flatMap((section) => section.stories.map(({ storyId }) => storyId))).size;
  const covered =
    coverage.sources === 0 ? words.noCoverage : words.coverage(coverage.healthy, coverage.sources);
  const failing = coverage.failing.map(({ title, country, since, reason }) =>
    [`${title} (${country})`, since === null ? null : words.since(time(since)), clip(reason, 200)]
      .filter((part) => part !== null)
      .join(', '),
  );
  return {
    language: watch.language,
    subject: oneLine(
      words.subject(watch.sample ? `[SAMPLE] ${watch.title}` : watch.title, input.date, stories),
    ),
    title: watch.title,
    sample: watch.sample ? words.sample : null,
    event: words.event(watch.event.title, watch.event.date),
    summary: stories === 0 ? words.nothingNew : words.summary(stories, sections.length),
    sections: sections.map(({ category, stories: shown, more }) => ({
      title: category.title,
      stories: shown.map((story) => storyView(story, words, time)),
      more: more === 0 ? null : words.more(more),
    })),
    quiet:
      quiet.length === 0
        ? null
        : `${words.quiet}: ${quiet.map(({ title }) => title).join(', ')} (${covered}).`,
    failing:
      failing.length === 0
        ? null
        : {
            title: words.failing,
            lines:
              failing.length <= FAILING_MAX
                ? failing
                : [...failing.slice(0, FAILING_MAX), words.andMore(failing.length - FAILING_MAX)],
          },
    dashboard: input.dashboardUrl === null ? null : { url: input.dashboardUrl, words: words.openDashboard },
    made: words.made(input.rulesHash.slice(0, 12), TEMPLATE_VERSION, time(input.builtAt)),
  };
}

function storyView(story: EditionStory, words: Words, time: (iso: string | null) => string): StoryView {
  const { lead } = story;
  const about = [
    `${lead.source.title} (${lead.source.country}, ${words.reliability} ${lead.source.reliability})`,
    time(lead.article.publishedAt),
    story.countries.join(', '),
    words.outlets(story.outlets, story.origins),
    story.otherStatuses.length === 0
      ? ''
      : words.also(story.otherStatuses.map((status) => words.status[status]).join(', ')),
  ];
  return {
    headline: clip(oneLine(lead.article.title) || lead.article.url, HEADLINE_CHARS_MAX),
    url: /^https?:\/\//i.test(lead.article.url) ? lead.article.url : null,
    quote: clip(lead.quote, QUOTE_CHARS_MAX),
    status: lead.status,
    statusWord: words.status[lead.status],
    firstFor: story.firstFor.length === 0 ? null : words.firstFor(story.firstFor.join(', ')),
    about: about.filter((part) => part !== '').join(' · '),
  };
}

function moment(iso: string, { timeZone }: { readonly timeZone: string }): string {
  return DateTime.fromISO(iso, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
}

function clip(text: string, charsMax: number): string {
  const characters = [...text];
  return characters.length <= charsMax ? text : `${characters.slice(0, charsMax).join('')} […]`;
}

/** A header is one line, whatever a title holds. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
