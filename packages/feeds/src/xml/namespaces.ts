/** The prefix a namespace has in this package, whatever the document calls it. Empty: the feed's own words. */
const PREFIX_BY_URI: readonly (readonly [pattern: RegExp, prefix: string])[] = [
  [/^https?:\/\/www\.w3\.org\/2005\/atom\/?$/, 'atom'],
  [/^https?:\/\/purl\.org\/atom\/ns#?$/, 'atom'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/, 'rdf'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/syndication\/?$/, 'sy'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/slash\/?$/, 'slash'],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms\/?$/, 'dcterms'],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/, 'media'],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd\/?$/, 'itunes'],
  [/^https?:\/\/example\.com\/dtds\/podcast-1\.0\.dtd\/?$/, 'itunes'],
  [/^https?:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0\/?$/, 'feedburner'],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-news\/0\.\d+\/?$/, 'news'],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-image\/1\.\d+\/?$/, 'image'],
  [/^https?:\/\/www\.(?:sitemaps\.org|google\.com)\/schemas\/sitemap\/0\.\d+\/?$/, ''],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml\/?$/, 'xhtml'],
  [/^https?:\/\/www\.w3\.org\/2000\/svg\/?$/, 'svg'],
  [/^https?:\/\/www\.w3\.org\/1998\/math\/mathml\/?$/, 'math'],
  [/^https?:\/\/purl\.org\/(?:net\/)?rss1\.1#?$/, ''],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/?$/, ''],
  [/^https?:\/\/(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9\/?$/, ''],
  [/^https?:\/\/my\.netscape\.com\/publish\/formats\/rss-0\.9\d?(?:\.dtd)?\/?$/, ''],
  [
    /^https?:\/\/(?:backend|blogs\.law|cyber\.law)\.[a-z.]+\/(?:rss\d?|creativecommonsrssmodule|tech\/rss)\/?$/,
    '',
  ],
  [/^https?:\/\/purl\.org\/net\/rss\d?(?:\.\d)?\/?#?$/, ''],
];

/** Our prefix for a namespace, or undefined when it isn't one we read. */
export function prefixOf(uri: string): string | undefined {
  const wanted = uri.trim().toLowerCase();
  return PREFIX_BY_URI.find(([pattern]) => pattern.test(wanted))?.[1];
}

/** Declarations in force at one element: its own, then its parent's. */
export interface NamespaceScope {
  readonly own: ReadonlyMap<string, string>;
  readonly parent: NamespaceScope | null;
}

/** The URI that a prefix (empty: the default) stands for, or undefined when nothing declares it. */
export function lookUp(scope: NamespaceScope | null, prefix: string): string | undefined {
  for (let at = scope; at; at = at.parent) {
    const uri = at.own.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}
