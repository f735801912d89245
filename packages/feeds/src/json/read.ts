import { LIMITS } from '../limits.ts';
import { noteItemCap } from '../model/note-item-cap.ts';
import type { Problems } from '../problems.ts';
import { completeJson, isTooDeep } from './complete-json.ts';
import { type JsonFeed, jsonFeedSchema, jsonItemSchema } from './wire.ts';

/** A JSON Feed's wire shape, or null when the text is no JSON Feed. */
export function readJson(source: string, problems: Problems): JsonFeed | null {
  const value = parseLoose(source, problems);
  const feed = jsonFeedSchema.safeParse(value);
  if (!feed.success || !looksLikeFeed(feed.data.version, value)) return null;
  const { items } = feed.data;
  noteItemCap(items.length, problems);
  const read = items.slice(0, LIMITS.itemsMax).flatMap((item) => {
    const parsed = jsonItemSchema.safeParse(item);
    if (!parsed.success) problems.add('json-item-unreadable', 'an item that is no object was dropped');
    return parsed.success ? [parsed.data] : [];
  });
  return { ...feed.data, items: read };
}

function parseLoose(source: string, problems: Problems): unknown {
  // JSON.parse holds a nesting of millions, at a price; no feed has one.
  if (isTooDeep(source)) return undefined;
  const whole = tryParse(source);
  if (whole !== undefined) return whole;
  // Line breaks inside strings are the usual fault of JSON put together by hand.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  const spaced = source.replace(/[\u0000-\u001f]/g, ' ');
  const mended = spaced === source ? undefined : tryParse(spaced);
  if (mended !== undefined) {
    problems.add(
      'json-control-characters',
      'line breaks or control characters inside strings; read as spaces',
    );
    return mended;
  }
  const completed = completeJson(spaced);
  const cut = completed === null ? undefined : tryParse(completed);
  if (cut !== undefined)
    problems.add('json-truncated', 'the document ends early; the items before were read');
  return cut;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function looksLikeFeed(version: string | null, value: unknown): boolean {
  if (version?.includes('jsonfeed.org')) return true;
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}
