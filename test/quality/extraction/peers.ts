import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';

/** Markup and address of a page to its article's text. */
export type TextExtractor = (html: string, url: string) => Promise<string>;

const BLOCKS =
  'p,div,li,ul,ol,table,tr,td,th,h1,h2,h3,h4,h5,h6,blockquote,pre,section,article,figure,figcaption,br,hr,dl,dt,dd,header,footer,main,aside';

/** What else there is, each as its documentation says to use it. */
export const PEERS: Readonly<Record<string, TextExtractor>> = {
  async 'readability + linkedom'(html) {
    const { document } = parseHTML(html);
    return plain(new Readability(document, { charThreshold: 200 }).parse()?.content);
  },
  async defuddle(html, url) {
    const { document } = parseHTML(html);
    return plain((await Defuddle(document, url, { useAsync: false })).content);
  },
  async 'article-extractor'(html, url) {
    return plain((await extractFromHtml(html, url))?.content);
  },
  /** The block with the most paragraph text, once the obvious rest is out. */
  async 'cheerio only'(html) {
    const $ = load(html);
    $('script,style,noscript,nav,header,footer,aside,form,iframe,button').remove();
    let best = '';
    let most = 0;
    for (const element of $('article,[itemprop=articleBody],main,div,section')) {
      const chars = $(element).children('p').text().length;
      if (chars > most) [most, best] = [chars, $.html(element)];
    }
    return plain(best);
  },
};

function plain(html: string | null | undefined): string {
  const $ = load(html ?? '');
  $('script,style,noscript').remove();
  $(BLOCKS).before('\n').after('\n');
  return $.root().text();
}
