import type { NewSource } from '@aftermath/config';
import { RELIABILITIES, type Reliability, type Source } from '@aftermath/core';
import type { OpmlFeed } from '@aftermath/feeds';

const TITLE_CHARS_MAX = 200;
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** What a list of subscriptions doesn't say of its feeds. */
export type SourceDefaults = Pick<NewSource, 'country' | 'lang' | 'reliability'>;

/** Feeds of another reader as sources of a watch: what the list says of language and country, else the defaults. */
export function sourcesOf(feeds: readonly OpmlFeed[], defaults: SourceDefaults): NewSource[] {
  return feeds.map(({ title, url, language, country, reliability }) => ({
    // One line without what a title can't hold.
    title: (title ?? '').replace(/\p{C}/gu, '').slice(0, TITLE_CHARS_MAX).trim() || new URL(url).hostname,
    url,
    country: /^[A-Z]{2}$/.test(country ?? '') ? (country ?? '') : defaults.country,
    lang: /^([a-z]{2,3})(?:[-_]|$)/.exec(language?.toLowerCase() ?? '')?.[1] ?? defaults.lang,
    reliability: isReliability(reliability) ? reliability : defaults.reliability,
  }));
}

/** Sources as a list of subscriptions, in folders by country. List pages have no place in one: they are left out. */
export function feedsOf(sources: readonly Source[]): OpmlFeed[] {
  return sources
    .filter(({ kind }) => kind === 'feed')
    .map(({ title, url, country, lang, reliability }) => ({
      url,
      title,
      siteUrl: null,
      description: null,
      language: lang,
      folders: [country === 'XX' ? 'International' : (countryNames.of(country) ?? country)],
      categories: [],
      country,
      reliability,
    }));
}

function isReliability(text: string | null): text is Reliability {
  return RELIABILITIES.some((letter) => letter === text);
}
