import { isElement, type PageElement, type PageTree, TEXT_NODE } from '../page/page-tree.ts';

const ASIDE_ELEMENTS: ReadonlySet<string> = new Set(['nav', 'aside', 'figure', 'figcaption', 'footer']);
const ASIDE_ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|tooltip)$/;

/** Words of class names and ids, as sites write them, for what stands beside an article. */
const ASIDE_WORDS = new RegExp(
  `(?:^|[-_\\s])(?:${[
    'ads?|advert\\w*|sponsor\\w*|promo\\w*|outbrain|taboola|mgid|zergnet',
    'share|sharing|sharedaddy|social(?:media)?|addthis\\w*|addtoany',
    'related\\w*|relacionad[oa]s?|recommend\\w*|recirc\\w*|read-?(?:more|also|next)|see-?also|more-(?:from|on|news|stories|articles|posts|in)|also-like|you-?may|trending|most-?(?:read|popular|viewed|shared)|popular(?:-posts)?|mas-leid[oa]s|leia-(?:mais|tambem)|lee-tambien|yarpp|jp-relatedposts|teasers?|further-reading',
    'newsletters?|subscri(?:be|ption)\\w*|sign-?up|paywall|cookies?|consent|gdpr|donate|donation',
    'comments?|commentlist|comentarios?|disqus\\w*|respond',
    'breadcrumbs?|crumbs?|pagination|pager|paging|page-?nav\\w*|post-?nav\\w*|nav(?:igation|bar|links?)?|menus?|submenu|sidebar\\w*|widget\\w*|footer|toolbar|tabs',
    'captions?|caption-text|credits?|image-?(?:caption|credit|source)|photo-?(?:caption|credit)|gallery|slideshow|carousel|slider|lightbox',
    'author-?(?:bio|box|info|card|profile|description)|about-?(?:the-)?author|bio|biography',
    'tags?|tag-?(?:list|cloud|links)|keywords|topics|post-tags|categor(?:y|ies)-?(?:list|links)?',
    'sr-only|visually-?hidden|screen-reader(?:-text)?|noprint|no-print|hidden-print|print-only|skip-link|modal|popup|overlay|tooltip',
    'ratings?|votes?|poll|reactions?|copyright|disclaimer|metadata|post-?meta|entry-?meta|article-?meta|byline|dateline|timestamp|publish(?:ed)?-?(?:date|time)',
  ].join('|')})(?:$|[-_\\s])`,
);

const CONSENT_WORDS = /(?:^|[-_\s])(?:cookies?|consent|gdpr|onetrust|didomi|cmp)(?:$|[-_\s])/;

/** The longest banners list their partners' purposes; a page's wrapper named `cookies-on` has more text. */
const BANNER_CHARS_MAX = 1_500;

/** Class names are words of templates too: an element with so much of the page's running text is no aside. */
const SHARE_OF_TEXT_MAX = 0.3;
/** A text node of fewer characters is a label rather than running text. */
const RUNNING_CHARS_MIN = 40;

/**
 * Takes out of a page what stands beside its article by its own account: by element, role, or the names its
 * template gave it.
 */
export function prunePage(page: PageTree): void {
  const chars = new Map<PageElement, number>();
  const total = measure(page.body, chars);
  prune(page.body, (child) => isAside(child) && (chars.get(child) ?? 0) <= total * SHARE_OF_TEXT_MAX);
}

/** Takes out the banners that ask for consent, which on a page of few words are the longest text. */
export function pruneConsent(page: PageTree): void {
  prune(page.body, (child) => CONSENT_WORDS.test(templateNames(child)) && isBanner(child));
}

function isBanner(element: PageElement): boolean {
  return (element.textContent ?? '').trim().length <= BANNER_CHARS_MAX;
}

function prune(parent: PageElement, isOut: (element: PageElement) => boolean): void {
  for (const child of [...parent.children]) {
    if (isOut(child)) child.remove();
    else prune(child, isOut);
  }
}

/** Writes down the characters of running text outside of links for every element. */
function measure(element: PageElement, chars: Map<PageElement, number>): number {
  let sum = 0;
  for (const node of element.childNodes) {
    if (isElement(node)) sum += measure(node, chars);
    else if (node.nodeType === TEXT_NODE) {
      const { length } = (node.textContent ?? '').trim();
      if (length >= RUNNING_CHARS_MIN) sum += length;
    }
  }
  const running = element.localName === 'a' ? 0 : sum;
  chars.set(element, running);
  return running;
}

function isAside(element: PageElement): boolean {
  const name = element.localName;
  if (name === 'article' || name === 'main' || name === 'p') return false;
  if (ASIDE_ELEMENTS.has(name) || ASIDE_ROLES.test(element.getAttribute('role') ?? '')) return true;
  if (/articleBody/i.test(element.getAttribute('itemprop') ?? '')) return false;
  return ASIDE_WORDS.test(templateNames(element));
}

/** Class and id in lower case, `likeThis` parted `like-this`. */
function templateNames(element: PageElement): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
