import type { ExportedSignal } from '@aftermath/core';
import { chainId, uuidOf } from './stix-id.ts';
import { locationsOf, observationOf, outletOf, producer, reportOf, type StixObject } from './stix-objects.ts';

/**
 * Signals as one STIX 2.1 bundle, written as they come: a report each, with the article as observed data, the outlet
 * as identity and countries as locations. Every object stands before those that refer to it, and once.
 *
 * @param signals those of one article in a row, so that no article is remembered beyond its own
 */
export async function* stixBundleOf(signals: AsyncIterable<ExportedSignal>): AsyncGenerator<string> {
  let id = uuidOf('bundle');
  let first = true;
  const write = (object: StixObject): string => {
    const json = JSON.stringify(object);
    id = chainId(id, json);
    const line = first ? json : `,\n${json}`;
    first = false;
    return line;
  };
  /** Outlets and countries: some thousands at most. */
  const constant = new Set<string>();
  let articleId: number | null = null;

  yield '{"type":"bundle","objects":[\n';
  yield write(producer());
  for await (const signal of signals) {
    for (const object of [outletOf(signal), ...locationsOf(signal)]) {
      if (object === null || constant.has(object.id)) continue;
      constant.add(object.id);
      yield write(object);
    }
    if (articleId !== signal.article.id) for (const object of observationOf(signal)) yield write(object);
    articleId = signal.article.id;
    yield write(reportOf(signal));
  }
  // The id is made of what the bundle holds, known only now; the order of properties means nothing in JSON.
  yield `\n],"id":"bundle--${id}"}\n`;
}
