import { type ArticleText, creditedAgencies } from '@aftermath/core';
import type { ArticleItem, TextOrigin } from '@aftermath/db';
import { fragmentText } from '@aftermath/extract';

/** A text for an article, and where it is from. */
export interface FoundText {
  readonly title: string;
  readonly text: ArticleText;
  readonly origin: TextOrigin;
  /** The page's address after redirects; null where no page was read. */
  readonly pageUrl: string | null;
  /** Why the page's own text is not here, when it isn't. */
  readonly problem: string | null;
}

type Said = Pick<ArticleItem, 'title' | 'content' | 'summary' | 'lang' | 'publishedAt'>;

/** A feed's own content of this length is taken for the whole article: most summaries end long before. */
const FULL_TEXT_CHARS_MIN = 1_500;
const CUT_SHORT =
  /(?:\[\s*(?:…|\.{3}|&hellip;)\s*\]|…|\.{3}|(?:read|keep reading|continue reading|leer|ler|leia|seguir leyendo|sigue leyendo|continuar? (?:leyendo|lendo))(?: (?:more|más|mais|on|the rest|the full|la nota|el art[ií]culo|a mat[eé]ria)\b.{0,80})?\s*[→»>]*)\s*$/i;
/** What WordPress appends to an excerpt and to a whole text alike. */
const APPEARED_FIRST =
  /\s*(?:The post|La entrada|El cargo|O post) .{1,300}? (?:appeared first on|se publicó primero en|aparece primero en|apareceu primeiro em) .{1,120}$/i;

/** The whole text of an article as the first feed that gives it has it; null: none does, the page is to be read. */
export function feedContent(items: readonly Said[]): FoundText | null {
  for (const item of items) {
    const text = wholeText(item.content);
    if (text !== null) return fromFeed(item, text, 'feed-content', null);
  }
  return null;
}

/** The text of a feed's content where it is the whole article, which costs no look at the page. */
function wholeText(content: string | null): string | null {
  if (content === null) return null;
  const text = fragmentText(content).replace(APPEARED_FIRST, '').trimEnd();
  return text.length < FULL_TEXT_CHARS_MIN || CUT_SHORT.test(text.slice(-200)) ? null : text;
}

/** The longest of what the feeds say of an article whose page can't be had; null when that is nothing at all. */
export function feedSummary(items: readonly Said[], problem: string): FoundText | null {
  const texts = items.map((item) => ({ item, text: fragmentText(item.content ?? item.summary ?? '') }));
  const [best] = texts.sort((a, b) => b.text.length - a.text.length);
  if (best === undefined || (best.text === '' && items.every(({ title }) => title === null))) return null;
  return fromFeed(best.item, best.text, 'feed-summary', problem);
}

/**
 * The page's own date and language go first; where it has none, what the first feed says that does. Never now. The
 * headline is the feed's, since pages append their names to theirs: the one that the page has too where feeds differ,
 * else that of the feed which brought the article, so that it doesn't change with each further feed.
 */
export function withFeedWords(found: FoundText, items: readonly Said[]): FoundText {
  const titles = items.flatMap(({ title }) => title ?? []);
  const own = found.origin === 'page' ? fold(found.title) : '';
  const title = titles.find((candidate) => own !== '' && fold(candidate) === own) ?? titles[0] ?? found.title;
  const { text } = found;
  const dated = items.find(({ publishedAt }) => publishedAt !== null);
  return {
    ...found,
    title,
    text: {
      ...text,
      publishedAt: text.publishedAt ?? dated?.publishedAt?.toISOString() ?? null,
      lang: text.lang ?? items[0]?.lang ?? null,
    },
  };
}

function fromFeed(item: Said, text: string, origin: TextOrigin, problem: string | null): FoundText {
  const article: ArticleText = {
    title: item.title,
    text,
    publishedAt: null,
    updatedAt: null,
    authors: [],
    agencies: creditedAgencies(text),
    siteName: null,
    lang: item.lang,
    canonicalUrl: null,
  };
  return { title: item.title ?? '', text: article, origin, pageUrl: null, problem };
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
