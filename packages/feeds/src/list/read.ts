import type { ListSelectors } from '@aftermath/core';
import { selectAll, selectOne } from 'css-select';
import type { Document, Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { LIMITS } from '../limits.ts';
import { type CheckedSelector, checkedSelector } from './selector.ts';
import type { ListItem, ListPage } from './wire.ts';

const HEADING = checkedSelector('h1, h2, h3, h4, h5, h6');
const LINK = checkedSelector('a[href]');
const TIME = checkedSelector('time[datetime], time');

interface Inside {
  readonly title: CheckedSelector | null;
  readonly link: CheckedSelector | null;
  readonly date: CheckedSelector | null;
  readonly summary: CheckedSelector | null;
}

/** @throws RangeError when a selector is none: whoever reads them from a file checks them first */
export function readList(page: Document, selectors: ListSelectors): ListPage {
  const items = checkedSelector(selectors.items);
  const optional = (text: string | undefined) => (text === undefined ? null : checkedSelector(text));
  const inside: Inside = {
    title: optional(selectors.title),
    link: optional(selectors.link),
    date: optional(selectors.date),
    summary: optional(selectors.summary),
  };
  const found = selectAll<Document | Element, Element>(items.groups, page);
  const root = find('html', page);
  return {
    title: textOf(find('title', page)),
    description: attributeOf(find('meta[name=description]', page), 'content'),
    language: attributeOf(root, 'lang'),
    items: found.slice(0, LIMITS.listItemsMax).map((element) => readItem(element, inside)),
    itemCount: found.length,
    base: attributeOf(find('base[href]', page), 'href'),
  };
}

function readItem(item: Element, selectors: Inside): ListItem {
  const link = selectors.link ? first(selectors.link, item) : firstLink(item);
  const heading = first(HEADING, item);
  return {
    title: selectors.title
      ? contentOf(first(selectors.title, item), selectors.title)
      : (textOf(heading) ?? textOf(link) ?? attributeOf(link, 'title') ?? attributeOf(link, 'aria-label')),
    link: attributeOf(link, selectors.link?.attribute ?? 'href'),
    dates: datesOf(first(selectors.date ?? TIME, item), selectors.date),
    summary: selectors.summary ? contentOf(first(selectors.summary, item), selectors.summary) : null,
  };
}

function firstLink(item: Element): Element | null {
  return item.name === 'a' && item.attribs.href !== undefined ? item : first(LINK, item);
}

/** What machines are told goes before what people are shown. */
function datesOf(element: Element | null, selector: CheckedSelector | null): string[] {
  const attribute = selector?.attribute ?? null;
  const written =
    attribute === null
      ? [attributeOf(element, 'datetime'), attributeOf(element, 'content'), textOf(element)]
      : [attributeOf(element, attribute)];
  return written.filter((text) => text !== null);
}

function contentOf(element: Element | null, { attribute }: CheckedSelector): string | null {
  return attribute === null ? textOf(element) : attributeOf(element, attribute);
}

function first({ groups }: CheckedSelector, within: Document | Element): Element | null {
  return selectOne<Document | Element, Element>(groups, within);
}

function find(selector: string, page: Document): Element | null {
  return first(checkedSelector(selector), page);
}

function textOf(element: Element | null): string | null {
  if (element === null) return null;
  // biome-ignore lint/performance/useDomNodeTextContent: no browser's; it leaves scripts and styles out
  return DomUtils.innerText(element).slice(0, LIMITS.textCharsMax).replace(/\s+/g, ' ').trim() || null;
}

function attributeOf(element: Element | null, name: string): string | null {
  return element?.attribs[name]?.slice(0, LIMITS.attributeCharsMax).trim() || null;
}
