import type { Markup } from '../model/markup.ts';
import { attributeOf, textOf, type XmlElement } from '../xml/element.ts';
import { innerMarkup } from '../xml/markup.ts';

export type AtomVersion = '0.3' | '1.0';

/** A text construct of Atom 1.0 (`type`) or 0.3 (`type`, `mode`). Null when it is empty. */
export function readTextConstruct(element: XmlElement | undefined, version: AtomVersion): Markup | null {
  if (!element) return null;
  const type = (attributeOf(element, 'type') ?? 'text').trim().toLowerCase();
  const mode = attributeOf(element, 'mode')?.trim().toLowerCase();
  const naked = element.children.some((child) => typeof child !== 'string');
  const wrap = (value: string | null, html: boolean): Markup | null =>
    value?.trim() ? { value: value.trim(), html, base: element.base } : null;

  if (naked) return wrap(isXhtml(type, version) ? withoutDiv(element) : innerMarkup(element), true);
  if (mode === 'base64' || (mode === undefined && isBinary(type)))
    return wrap(decodeBase64(textOf(element) ?? ''), true);
  return wrap(textOf(element), type === 'html' || type === 'xhtml' || /html|xml/.test(type));
}

/** 0.3 has no rule about a div, and keeps it. */
function isXhtml(type: string, version: AtomVersion): boolean {
  return type === 'xhtml' || (version === '1.0' && type === 'application/xhtml+xml');
}

/** RFC 4287 §3.1.1.3: the div around XHTML is no part of the text. */
function withoutDiv(element: XmlElement): string {
  const inside = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const [only] = inside;
  const isDiv = inside.length === 1 && typeof only === 'object' && /^(?:xhtml:)?div$/.test(only.name);
  return innerMarkup(isDiv ? only : element);
}

/** RFC 4287 §4.1.3.3: any other media type holds base64. */
function isBinary(type: string): boolean {
  return type.includes('/') && !type.startsWith('text/') && !/[/+]xml$/.test(type);
}

/** Base64 of UTF-8; what isn't base64 stays as it is. */
function decodeBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
