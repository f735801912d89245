import { decodeHTML } from 'entities';
import { resolveUrl } from '../model/resolve-url.ts';
import { escapeAttribute, VOID_ELEMENTS } from '../xml/markup.ts';
import { type TagAttribute, tokenize } from '../xml/tokenize.ts';
import {
  ALLOWED_ELEMENTS,
  DROPPED_ATTRIBUTES,
  DROPPED_WHOLE,
  safeStyle,
  UNSAFE_SCHEME,
  URL_ATTRIBUTES,
} from './html-policy.ts';

/**
 * HTML of a feed without what runs (scripts, handlers, `javascript:`), loads documents or hides (comments),
 * and with its addresses resolved. A filter over the tags: text and references stay as written, nothing is
 * balanced. What it gives is still untrusted: whoever shows it as HTML must confine it.
 */
export function cleanHtml(html: string, base: string | null): string {
  if (!html.includes('<')) return html;
  const out: string[] = [];
  const addresses = new AddressResolver(base, html.length);
  let dropping: string | null = null;
  tokenize(html, false, {
    open(tag, attributes, selfClosing) {
      const lower = tag.toLowerCase();
      if (dropping !== null) return;
      if (DROPPED_WHOLE.has(lower)) dropping = selfClosing ? null : lower;
      else if (ALLOWED_ELEMENTS.has(lower)) {
        const kept = attributes.map((attribute) => cleanAttribute(attribute, addresses)).join('');
        out.push(`<${lowerShouted(tag)}${kept}${selfClosing || VOID_ELEMENTS.has(lower) ? ' /' : ''}>`);
      }
    },
    close(tag) {
      const lower = tag.toLowerCase();
      if (dropping === lower) dropping = null;
      else if (dropping === null && ALLOWED_ELEMENTS.has(lower) && !VOID_ELEMENTS.has(lower))
        out.push(`</${lowerShouted(tag)}>`);
    },
    text(text) {
      if (dropping === null) out.push(text.replaceAll('<', '&lt;'));
    },
  });
  return out.join('');
}

/** Thousands of short relative addresses against a long base would grow far beyond the text: then they stay as they are. */
class AddressResolver {
  readonly #base: string | null;
  #room: number;

  constructor(base: string | null, htmlChars: number) {
    this.#base = base;
    this.#room = 8192 + 3 * htmlChars;
  }

  resolve(reference: string): string | null {
    const url = resolveUrl(reference, this.#base);
    if (url === null) return null;
    this.#room -= Math.max(0, url.length - reference.length);
    return this.#room >= 0 ? url : resolveUrl(reference, null);
  }
}

/** `<A HREF>` in lower case; `viewBox` as it is. */
function lowerShouted(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name;
}

/** The attribute with a space before it, or nothing when it has to go. */
function cleanAttribute(attribute: TagAttribute, addresses: AddressResolver): string {
  const value = cleanValue(attribute, addresses);
  return value === null ? '' : ` ${lowerShouted(attribute.name)}="${value}"`;
}

function cleanValue({ name, raw, doubleQuoted }: TagAttribute, addresses: AddressResolver): string | null {
  const lower = name.toLowerCase();
  if (!/^[a-z][\w:.-]*$/.test(lower) || lower.startsWith('on') || DROPPED_ATTRIBUTES.has(lower)) return null;
  const value = decodeHTML(raw);
  const asWritten = (doubleQuoted ? raw : raw.replaceAll('"', '&quot;')).replaceAll('<', '&lt;');
  if (lower === 'style') return escapeAttribute(safeStyle(value)) || null;
  if (!URL_ATTRIBUTES.has(lower)) return UNSAFE_SCHEME.test(value) ? null : asWritten;
  if (value.trim() === '') return '';
  const url = addresses.resolve(value);
  return url === null || url === value ? url && asWritten : escapeAttribute(url);
}
