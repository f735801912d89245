import type { PageTree } from '../page/page-tree.ts';

/** The page's `<meta>` elements by name, property or itemprop, in lower case. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

export function readMetaTags(page: PageTree): MetaTags {
  const tags = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim();
    if (content === undefined || content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name === undefined || name === '') continue;
      const values = tags.get(name);
      if (values === undefined) tags.set(name, [content]);
      else values.push(content);
    }
  }
  return tags;
}

/** The values of the first of these names that has any. */
export function metaValues(tags: MetaTags, names: readonly string[]): readonly string[] {
  for (const name of names) {
    const values = tags.get(name);
    if (values !== undefined) return values;
  }
  return [];
}

export function metaValue(tags: MetaTags, names: readonly string[]): string | null {
  return metaValues(tags, names)[0] ?? null;
}
