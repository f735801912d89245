/** One `<url>` of a sitemap as published, with Google's news and image extensions. */
export interface SitemapEntry {
  readonly loc: string | null;
  readonly modified: readonly string[];
  readonly published: readonly string[];
  readonly title: string | null;
  readonly publication: string | null;
  readonly language: string | null;
  readonly keywords: readonly string[];
  readonly images: readonly string[];
  readonly cut: boolean;
}

/** `<urlset>`, or `<sitemapindex>`, whose entries are sitemaps. */
export interface Sitemap {
  readonly entries: readonly SitemapEntry[];
  readonly isIndex: boolean;
  readonly base: string | null;
}
