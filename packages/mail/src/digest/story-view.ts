import type { EditionStory, SignalStatus } from '@aftermath/core';
import { countryWord } from './country-word.ts';
import { clip, longDate, moment, oneLine } from './plain-words.ts';
import type { Words } from './words/index.ts';

const HEADLINE_CHARS_MAX = 300;
const NAME_CHARS_MAX = 120;
const LEAD_CHARS_MAX = 320;
const COUNTRIES_MAX = 12;
/** Mail programs cut links that are longer. */
const URL_CHARS_MAX = 2_000;

/** How much of an edition is shown. */
export interface DigestSize {
  readonly storiesPerCategory: number;
  readonly quoteChars: number;
}

export interface StoryView {
  readonly key: string;
  readonly headline: string;
  /** Null: an address that is no web page is not linked. */
  readonly url: string | null;
  /** The text's first sentence; null: it says no more than headline and quote. */
  readonly lead: string | null;
  /** Null: the headline is the quote. */
  readonly quote: string | null;
  /** Language of headline and quote, when known. */
  readonly lang: string | null;
  readonly status: SignalStatus;
  readonly statusWord: string;
  readonly first: string | null;
  /** Who said it. */
  readonly source: string;
  readonly published: string;
  /** Where, and how many carried it. */
  readonly reach: string;
}

interface StoryFrame {
  readonly words: Words;
  readonly timeZone: string;
  readonly size: DigestSize;
}

/** Puts one story into words. */
export function storyView(story: EditionStory, { words, timeZone, size }: StoryFrame): StoryView {
  const { article, source, quote, status, signalId } = story.lead;
  const outlet = clip(oneLine(source.title), NAME_CHARS_MAX);
  const published = article.publishedAt === null ? null : moment(article.publishedAt, timeZone);
  const url = webAddress(article.url);
  return {
    key: String(signalId),
    headline: headlineOf(article.title, url ?? '', outlet),
    url,
    lead: leadOf(story.lead),
    quote: oneLine(quote) === oneLine(article.title) ? null : clip(quote.trim(), size.quoteChars),
    lang: article.lang,
    status,
    statusWord: words.status[status],
    first: firstWords(story, words),
    source: `${outlet} (${listed([countryWord(source.country, words), `${words.reliability} ${source.reliability}`], ', ')})`,
    published: published ?? words.dateUnknown,
    reach: listed(
      [
        countryList(story.countries, words),
        outletWords(story, words),
        story.otherStatuses.length === 0
          ? ''
          : words.also(story.otherStatuses.map((other) => words.status[other]).join(', ')),
        story.knownSince === null ? '' : words.knownSince(longDate(story.knownSince, words)),
      ],
      ' · ',
    ),
  };
}

/** What an article is called: its title, else its address, else who published it. */
export function headlineOf(title: string, url: string, outlet: string): string {
  return clip(oneLine(title) || url || outlet, HEADLINE_CHARS_MAX);
}

/** The lead, unless the quote is in it or it is in the quote: nothing is said twice. */
function leadOf({ lead, quote, article }: EditionStory['lead']): string | null {
  const [sentence, said, title] = [lead, quote, article.title].map(oneLine) as [string, string, string];
  if (sentence === '' || sentence.includes(said) || said.includes(sentence) || sentence === title)
    return null;
  return clip(sentence, LEAD_CHARS_MAX);
}

function outletWords({ outlets, origins, agencies }: EditionStory, words: Words): string {
  const counted = words.outlets(outlets, origins);
  return agencies.length === 0 ? counted : `${counted} (${agencies.map(oneLine).join(', ')})`;
}

function firstWords({ firstFor }: EditionStory, words: Words): string | null {
  if (firstFor.length === 0) return null;
  return firstFor.includes('') ? words.firstAnywhere : words.firstFor(countryList(firstFor, words));
}

function countryList(countries: readonly string[], words: Words): string {
  const shown = countries.slice(0, COUNTRIES_MAX).map((country) => countryWord(country, words));
  const rest = countries.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} ${words.andMore(rest)}`;
}

/** The address as a browser would write it, without what could end a line; null when it is no web page. */
export function webAddress(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { href } = new URL(address);
  return href.length <= URL_CHARS_MAX ? href : null;
}

function listed(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}
