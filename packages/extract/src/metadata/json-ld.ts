/** What schema.org's article types say, wherever in a page's JSON-LD it stands. */
export interface JsonLdArticle {
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly inLanguage: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|Posting|Report|Reportage|NewsStory|LiveBlog)$/;
/** Bounds on what a page can make us look through. */
const DEPTH_MAX = 6;
const NODES_MAX = 1_000;

/** @param scripts the contents of `<script type="application/ld+json">`; those that can't be read are passed over */
export function readJsonLd(scripts: readonly string[]): JsonLdArticle | null {
  const nodes: Json[] = [];
  for (const script of scripts) collect(parse(script), 0, nodes);
  const article =
    nodes.find((node) => isArticle(node) && text(node.headline) !== null) ?? nodes.find(isArticle);
  if (article === undefined) return null;
  const byId = new Map(
    nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node]] : [])),
  );
  const names = (value: unknown) => namesOf(value, byId as ReadonlyMap<string, Json>);
  return {
    headline: text(article.headline) ?? text(article.name),
    datePublished: text(article.datePublished) ?? text(article.dateCreated),
    dateModified: text(article.dateModified),
    authors: names(article.author ?? article.creator),
    publisher: names(article.publisher)[0] ?? null,
    inLanguage: text(article.inLanguage),
  };
}

function parse(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|;)\s*$/, '');
  for (const candidate of [bare, bare.replace(/[\n\r\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate);
    } catch {}
  }
  return null;
}

function collect(value: unknown, depth: number, nodes: Json[]): void {
  if (depth > DEPTH_MAX || nodes.length >= NODES_MAX || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, depth + 1, nodes);
    return;
  }
  const node = value as Json;
  nodes.push(node);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher', 'hasPart']) {
    collect(node[key], depth + 1, nodes);
  }
}

function isArticle(node: Json): boolean {
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
  return types.some((type) => typeof type === 'string' && ARTICLE.test(type));
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((entry) => namesOf(entry, byId));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Json;
  const name = node.name ?? (typeof node['@id'] === 'string' ? byId.get(node['@id'])?.name : undefined);
  return typeof name === 'string' || Array.isArray(name) ? namesOf(name, byId) : [];
}

function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first : null;
}
