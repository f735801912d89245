import type { EditionCorrection } from '@aftermath/core';
import { countryWord } from './country-word.ts';
import { clip, longDate, moment, oneLine } from './plain-words.ts';
import { headlineOf, webAddress } from './story-view.ts';
import type { Words } from './words/index.ts';

const QUOTE_CHARS_MAX = 300;

/** One thing that an earlier edition told and that stands no longer. */
export interface CorrectionView {
  readonly key: string;
  readonly what: string;
  readonly headline: string;
  readonly url: string | null;
  readonly lang: string | null;
  readonly quote: string;
  /** What took its place, with its own link. */
  readonly now: { readonly words: string; readonly url: string | null; readonly lang: string | null } | null;
  readonly because: string;
}

export function correctionView(
  { kind, because, countries, toldOn, told, now }: EditionCorrection,
  { words, timeZone }: { readonly words: Words; readonly timeZone: string },
): CorrectionView {
  const on = longDate(toldOn, words);
  const where = countries.includes('')
    ? ''
    : countries.map((country) => countryWord(country, words)).join(', ');
  const what = {
    withdrawn: words.withdrawn(on, words.status[told.status]),
    changed: words.changed(on, words.status[told.status], words.status[now?.status ?? told.status]),
    first: words.firstCorrected(on, where),
  };
  return {
    key: `${kind} ${told.signalId} ${now?.signalId ?? ''}`,
    what: what[kind],
    headline: headlineOf(told.title, told.url, told.source),
    url: webAddress(told.url),
    lang: told.lang,
    quote: clip(told.quote.trim(), QUOTE_CHARS_MAX),
    now:
      now === null
        ? null
        : {
            words: `${clip(oneLine(now.quote), QUOTE_CHARS_MAX)} (${oneLine(now.source)}, ${
              (now.publishedAt === null ? null : moment(now.publishedAt, timeZone)) ?? words.dateUnknown
            })`,
            url: webAddress(now.url),
            lang: now.lang,
          },
    because: words.correction[because],
  };
}
