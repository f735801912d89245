import {
  childNamed,
  childrenNamed,
  childrenOrCut,
  textOf,
  textsOf,
  type XmlElement,
} from '../xml/element.ts';
import type { Sitemap, SitemapEntry } from './wire.ts';

/** @param root `<urlset>` or `<sitemapindex>` */
export function readSitemap(root: XmlElement): Sitemap {
  const isIndex = root.name === 'sitemapindex';
  return {
    entries: childrenOrCut(root, isIndex ? 'sitemap' : 'url').map(readEntry),
    isIndex,
    base: root.base,
  };
}

function readEntry(entry: XmlElement): SitemapEntry {
  const news = childNamed(entry, 'news:news');
  const publication = news && childNamed(news, 'news:publication');
  return {
    loc: textOf(childNamed(entry, 'loc')),
    modified: textsOf(entry, 'lastmod'),
    published: news ? textsOf(news, 'news:publication_date') : [],
    title: news ? textOf(childNamed(news, 'news:title')) : null,
    publication: publication ? textOf(childNamed(publication, 'news:name')) : null,
    language: publication ? textOf(childNamed(publication, 'news:language')) : null,
    keywords: news ? textsOf(news, 'news:keywords').flatMap((text) => text.split(',')) : [],
    images: childrenNamed(entry, 'image:image').flatMap((image) => textsOf(image, 'image:loc')),
    cut: entry.cut,
  };
}
