import type { FeedDocument } from '@aftermath/core';
import { cleanHtml } from '@aftermath/feeds';
import { decodeHTML } from 'entities';
import type { Check } from './check.ts';

/**
 * Whether any of the places a check names holds what is expected.
 *
 * @param strict markup as expected to the letter of its tags; else what our cleaning drops is no difference
 */
export function passes(check: Check, document: FeedDocument, url: string | null, strict = false): boolean {
  const actual = check.actual(document);
  const wanted = check.expected;
  if (wanted === null || wanted === '')
    return actual.every((value) => value === null || value === undefined || value === '');
  return actual.some((value) => equal(check, value, wanted, url ?? document.link, strict));
}

function equal(
  check: Check,
  actual: unknown,
  wanted: unknown,
  base: string | null,
  strict: boolean,
): boolean {
  if (actual === null || actual === undefined) return false;
  if (typeof wanted === 'number') return actual === wanted;
  const [a, b] = [String(actual), String(wanted)];
  switch (check.kind) {
    case 'date':
      return instant(a) === instant(b);
    case 'url':
      return a === b.trim() || absolute(a, base) === absolute(b, base);
    case 'person':
      return squeeze(nameOnly(a)) === squeeze(nameOnly(b));
    case 'xhtml':
      return sameHtml(withoutDiv(a), withoutDiv(b), base, strict);
    case 'html':
      return sameHtml(a, b, base, strict);
    default:
      return check.field === 'feed language'
        ? a.toLowerCase() === b.toLowerCase()
        : squeeze(a) === squeeze(b);
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `me@example.org (Ana Ruiz)` and `Ana Ruiz` name the same person. */
function nameOnly(text: string): string {
  return text.replace(/[(<]?(?:mailto:)?[^\s()<>]+@[^\s()<>]+[)>]?|[()]/g, '').trim() || text;
}

function instant(text: string): number {
  return Math.floor(Date.parse(text) / 1000);
}

function absolute(url: string, base: string | null): string {
  try {
    return new URL(url.trim(), base ?? undefined).href;
  } catch {
    return url.trim();
  }
}

/** Parsing is compared here, not sanitizing: what our cleaning drops from both is no difference. */
function sameHtml(a: string, b: string, base: string | null, strict: boolean): boolean {
  return (
    sameMarkup(a, base) === sameMarkup(b, base) ||
    (!strict && sameMarkup(cleanHtml(a, base), base) === sameMarkup(cleanHtml(b, base), base))
  );
}

/** Markup with what HTML doesn't tell apart made alike: order and case of attributes, `<br/>`, references. */
function sameMarkup(html: string, base: string | null): string {
  const tags = html.replace(
    /<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi,
    (_tag, slash: string, name: string, rest: string) => {
      const attributes = [...rest.matchAll(/([\w:.-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)]
        .map(([, key = '', value = '']) => `${key.toLowerCase()}=${attributeValue(value, base)}`)
        .filter((attribute) => !attribute.startsWith('xmlns'))
        .sort();
      return `<${slash}${[name.toLowerCase(), ...attributes].join(' ')}>`;
    },
  );
  return squeeze(tags.replace(/<\/(?:br|img|hr|input|circle)>/g, '')).replace(
    /&(?:#\w+|\w+);/g,
    (reference) => decodeHTML(reference),
  );
}

function attributeValue(quoted: string, base: string | null): string {
  const value = decodeHTML(quoted.replace(/^["']|["']$/g, '')).trim();
  return /^https?:/.test(value) ? absolute(value, base) : value;
}

function withoutDiv(html: string): string {
  return html.replace(/^\s*<div[^>]*>([\s\S]*)<\/div>\s*$/, '$1');
}
