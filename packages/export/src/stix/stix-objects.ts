import type { ExportedSignal } from '@aftermath/core';
import { stixId, urlId } from './stix-id.ts';

/** One object of a bundle. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** When the objects that stand for outlets and countries were made: they are the same in every export. */
const CONSTANT_SINCE = '2026-01-01T00:00:00.000Z';

const PRODUCER_ID = stixId('identity', 'producer', 'aftermath');

/** The program that made the bundle. */
export function producer(): StixObject {
  return identity(PRODUCER_ID, 'Aftermath', 'system');
}

export function outletOf({ source }: ExportedSignal): StixObject | null {
  if (source === null) return null;
  return identity(outletId(source), source.title, 'organization');
}

export function locationsOf({ countries }: ExportedSignal): StixObject[] {
  return countries.map((country) => ({
    ...common('location', locationId(country), CONSTANT_SINCE, CONSTANT_SINCE),
    country,
  }));
}

/** The article's address, and that it was seen. */
export function observationOf({ article }: ExportedSignal): StixObject[] {
  const url: StixObject = { type: 'url', spec_version: '2.1', id: urlId(article.url), value: article.url };
  return [
    url,
    {
      ...common('observed-data', observedId(article.url), article.firstSeenAt, article.firstSeenAt),
      first_observed: article.firstSeenAt,
      last_observed: article.firstSeenAt,
      number_observed: 1,
      object_refs: [url.id],
    },
  ];
}

/** What the article says of the watch's category, with its quotes. */
export function reportOf(signal: ExportedSignal): StixObject {
  const { watchId, category, status, score, countries, evidence, article, source } = signal;
  const [created = signal.foundAt, modified = created] = [article.firstSeenAt, signal.foundAt].sort();
  return {
    ...common('report', stixId('report', watchId, article.url, category), created, modified),
    name: article.title === '' ? article.url : article.title,
    description: evidence.map(({ quote }) => `“${quote}”`).join('\n'),
    report_types: ['observed-data'],
    // The one time that STIX demands: without the publisher's, it is when we saw the article.
    published: article.publishedAt ?? article.firstSeenAt,
    confidence: Math.round(score * 100),
    labels: [category, status],
    ...(article.lang === null ? {} : { lang: article.lang }),
    external_references: [{ source_name: source?.title || 'article', url: article.url }],
    object_refs: [
      observedId(article.url),
      ...(source === null ? [] : [outletId(source)]),
      ...countries.map(locationId),
    ],
  };
}

function identity(id: string, name: string, kind: string): StixObject {
  return { ...common('identity', id, CONSTANT_SINCE, CONSTANT_SINCE), name, identity_class: kind };
}

function common(type: string, id: string, created: string, modified: string) {
  const by = id === PRODUCER_ID ? {} : { created_by_ref: PRODUCER_ID };
  return { type, spec_version: '2.1', id, ...by, created, modified };
}

const outletId = ({ title }: { readonly title: string }) => stixId('identity', 'outlet', title);
const locationId = (country: string) => stixId('location', country);
const observedId = (url: string) => stixId('observed-data', url);
