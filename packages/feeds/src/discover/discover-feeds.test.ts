import { describe, expect, it } from 'vitest';
import { discoverFeeds } from './discover-feeds.ts';

const found = (html: string) =>
  discoverFeeds(new TextEncoder().encode(html), { url: 'https://www.news.example/mundo/' }).map(
    ({ url, title, found }) => [found, url, title],
  );

describe('discoverFeeds', () => {
  it.each([
    [
      '<link rel="alternate" type="application/rss+xml" title="Todo &amp; más" href="/feed/">',
      'https://www.news.example/feed/',
      'Todo & más',
    ],
    [
      '<LINK HREF=atom.xml TYPE="application/atom+xml; charset=utf-8" REL="home Alternate">',
      'https://www.news.example/mundo/atom.xml',
      null,
    ],
    [
      '<base href="https://cdn.example/x/"><link rel="alternate" type="application/feed+json" href="f.json">',
      'https://cdn.example/x/f.json',
      null,
    ],
    ['<link rel="feed" href="/f">', 'https://www.news.example/f', null],
  ])('takes %s as declared', (html, url, title) => {
    expect(found(html)).toEqual([['declared', url, title]]);
  });

  it.each([
    ['<a href="/rss/mundo.xml">RSS <b>Mundo</b></a>', 'https://www.news.example/rss/mundo.xml', 'RSS Mundo'],
    ['<a href="https://feeds.news.example/atom"><img></a>', 'https://feeds.news.example/atom', null],
    ['<a href="/?feed=rss2">x</a>', 'https://www.news.example/?feed=rss2', 'x'],
    [
      '<a href="https://feeds.feedburner.com/feed/mundo">x</a>',
      'https://feeds.feedburner.com/feed/mundo',
      'x',
    ],
  ])('takes %s as linked', (html, url, title) => {
    expect(found(html)).toEqual([['linked', url, title]]);
  });

  it.each([
    '<link rel="alternate" hreflang="es" href="/es/">',
    '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">',
    '<link rel="alternate" type="text/xml+oembed" href="/oembed">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:x()">',
    '<link rel="alternate" type="application/rss+xml" href="">',
    '<a href="/feedback">x</a>',
    '<a href="/noticias/rssi-explained">x</a>',
    '<a href="https://reader.example/add/feed/https://www.news.example">x</a>',
    '<!-- <link rel="alternate" type="application/rss+xml" href="/feed/"> -->',
    '<script>"<a href=/rss>"</script>',
    '',
  ])('takes nothing of %s', (html) => {
    expect(found(html)).toEqual([]);
  });

  it('puts what is declared first and comments last, each address once', () => {
    const html = `<a href="/feed/">feed</a><a href="/rss">r</a>
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
      <link rel="alternate" type="application/rss+xml" title="All" href="/feed/">`;
    expect(found(html).map(([, url]) => url)).toEqual([
      'https://www.news.example/feed/',
      'https://www.news.example/comments/feed/',
      'https://www.news.example/rss',
    ]);
  });

  it('is not flooded by a page of nothing but links', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => `<a href="/feed/${i}">`).join('');
    expect(found(many)).toHaveLength(100);
  });
});
