import type { Markup } from '../model/markup.ts';
import { textOf, type XmlElement } from './element.ts';
import { innerMarkup } from './markup.ts';

/** The text of an element that may hold HTML, escaped or as naked tags. Null when it is empty. */
export function htmlOf(element: XmlElement | undefined): Markup | null {
  if (!element) return null;
  const naked = element.children.some((child) => typeof child !== 'string');
  const value = (naked ? innerMarkup(element) : textOf(element))?.trim();
  return value ? { value, html: true, base: element.base } : null;
}
