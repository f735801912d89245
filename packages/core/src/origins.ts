import { getDomain } from 'tldts';

/** An article of a story, as far as its origin goes. */
export interface CarriedArticle {
  readonly id: number;
  readonly url: string;
  /** The article it repeats, or null; it may be none of those counted. */
  readonly copyOf: number | null;
  /** Agencies that it credits. */
  readonly agencies: readonly string[];
}

/**
 * Who owns the page at an address, as its registrable domain tells: two desks of one paper are one owner, two blogs
 * on one host are two. `fallback` where the address has none, such as an IP.
 */
export function ownerOf(url: string, fallback: string): string {
  return getDomain(url, { allowPrivateDomains: true }) ?? fallback;
}

/**
 * How many independent origins a story has. Copies have the origin of what they repeat; what credits agencies comes
 * from those; the rest comes from its owner, once however often it wrote. An article that credits an agency and its
 * copy that doesn't are both the agency's.
 */
export function countOrigins(articles: readonly CarriedArticle[]): number {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const families = new Map<number, CarriedArticle[]>();
  for (const article of articles) {
    const root = rootOf(article, byId);
    families.set(root, [...(families.get(root) ?? []), article]);
  }
  const origins = new Set<string>();
  for (const [root, family] of families) {
    const agencies = family.flatMap((article) => article.agencies);
    const original = byId.get(root);
    if (agencies.length > 0) for (const agency of agencies) origins.add(`agency ${agency.toLowerCase()}`);
    else if (original === undefined) origins.add(`article ${root}`);
    else origins.add(`owner ${ownerOf(original.url, String(root))}`);
  }
  return origins.size;
}

/** The first of a chain of copies; a ring, which no honest store has, ends where it closes. */
function rootOf(article: CarriedArticle, byId: ReadonlyMap<number, CarriedArticle>): number {
  const seen = new Set<number>();
  let at = article;
  while (at.copyOf !== null && !seen.has(at.id)) {
    seen.add(at.id);
    const next = byId.get(at.copyOf);
    if (next === undefined) return at.copyOf;
    at = next;
  }
  return at.id;
}
