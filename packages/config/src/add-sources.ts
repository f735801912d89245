import type { Source } from '@aftermath/core';
import { isMap, isSeq, parseDocument } from 'yaml';
import { readWatchText, type WatchFileResult } from './read-watch-file.ts';

export type AddSourcesResult =
  | {
      readonly ok: true;
      /** The file with the new sources, all else as it was. */
      readonly text: string;
      readonly added: readonly NewSource[];
      /** Those whose address the file has already. */
      readonly known: readonly NewSource[];
    }
  | Extract<WatchFileResult, { ok: false }>;

/** A feed to follow. Nobody has seen it answer yet. */
export type NewSource = Pick<Source, 'title' | 'url' | 'country' | 'lang' | 'reliability'>;

/** Sources as a watch file has them, one entry each. */
export function sourceLines(sources: readonly NewSource[], indent = '  '): string {
  return sources
    .map(({ title, url, country, lang, reliability }) =>
      [
        `${indent}- title: ${JSON.stringify(title)}`,
        `${indent}  url: ${JSON.stringify(url)}`,
        // Quoted: NO and no are false to many a reader of YAML.
        `${indent}  country: ${JSON.stringify(country)}`,
        `${indent}  lang: ${JSON.stringify(lang)}`,
        `${indent}  reliability: ${reliability}`,
        '',
      ].join('\n'),
    )
    .join('');
}

/** Writes sources into the text of a watch file, after those it has; comments and layout stay. */
export function addSources(text: string, file: string, sources: readonly NewSource[]): AddSourcesResult {
  const before = readWatchText(text, file);
  if (!before.ok) return before;
  const urls = new Set(before.watch.sources.map(({ url }) => new URL(url).href));
  const added = sources.filter(({ url }) => {
    const { href } = new URL(url);
    return !urls.has(href) && urls.add(href);
  });
  const known = sources.filter((source) => !added.includes(source));
  const changed = added.length === 0 ? text : insert(text, added);
  const after = readWatchText(changed, file);
  return after.ok ? { ok: true, text: changed, added, known } : after;
}

function insert(text: string, added: readonly NewSource[]): string {
  const { contents } = parseDocument(text);
  const list = isMap(contents) ? contents.get('sources') : undefined;
  if (!isSeq(list) || !list.range) return `${withBreak(text)}sources:\n${sourceLines(added)}`;
  const [start, end] = list.range;
  if (list.items.length === 0)
    return `${text.slice(0, start)}\n${sourceLines(added)}${text.slice(end).replace(/^\r?\n/, '')}`;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  if (list.flow) {
    const close = text.lastIndexOf(']', end);
    const entries = added.map(({ title, url, country, lang, reliability }) =>
      JSON.stringify({ title, url, country, lang, reliability }),
    );
    return `${text.slice(0, close).replace(/,?\s*$/, '')}, ${entries.join(', ')}${text.slice(close)}`;
  }
  return `${withBreak(text.slice(0, end))}${sourceLines(added, ' '.repeat(column))}${text.slice(end)}`;
}

function withBreak(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
