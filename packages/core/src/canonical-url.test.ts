import { describe, expect, it } from 'vitest';
import { canonicalUrl } from './canonical-url.ts';

const SAME = 'https://news.example.org/world/story-1';

/** As Google News wrote its links until 2024: a message in base64url whose fourth field is the address. */
const googleNews = (target: string) => {
  const message = `\x08\x13\x22${String.fromCharCode(target.length)}${target}\xd2\x01\x00`;
  return `https://news.google.com/articles/${Buffer.from(message, 'latin1').toString('base64url')}?oc=5`;
};

describe('canonicalUrl', () => {
  it.each([
    ['as it is', SAME],
    ['upper case in scheme and host', 'HTTPS://News.Example.ORG/world/story-1'],
    ['a default port', 'https://news.example.org:443/world/story-1'],
    ['a fragment', `${SAME}#comments`],
    ['tracking', `${SAME}?utm_source=rss&utm_medium=feed&fbclid=abc`],
    ['tracking after two question marks', `${SAME}??utm_source=rss`],
    ['tracking in capitals', `${SAME}?UTM_Source=rss`],
    ['an escape that need not be', 'https://news.example.org/world/stor%79%2D1'],
    ['a Google News address that holds the target', googleNews(SAME)],
    ['a Google News address of a feed', googleNews(SAME).replace('/articles/', '/rss/articles/')],
    ['a mobile host', 'https://m.news.example.org/world/story-1'],
    ['an AMP path', `${SAME}/amp`],
    ['an AMP parameter', `${SAME}?amp=1`],
    ['doubled slashes', 'https://news.example.org//world//story-1'],
    ['a final dot of the host', 'https://news.example.org./world/story-1'],
    ['credentials', 'https://user:secret@news.example.org/world/story-1'],
    ['a Google redirect', `https://www.google.com/url?rct=j&url=${encodeURIComponent(SAME)}&ct=ga`],
    ['a Facebook redirect', `https://l.facebook.com/l.php?u=${encodeURIComponent(`${SAME}?fbclid=x`)}&h=1`],
    ['a Yahoo redirect', `https://r.search.yahoo.com/_ylt=A/RV=2/RU=${encodeURIComponent(SAME)}/RK=2/RS=x`],
    ['a VK redirect', `https://vk.com/away.php?to=${encodeURIComponent(SAME)}`],
    ['a LinkedIn redirect', `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(SAME)}`],
    ['an archived copy', `https://web.archive.org/web/20250930123456id_/${SAME}`],
    ['the site itself as referrer', `${SAME}?ref=news.example.org`],
    ["Google's AMP cache", 'https://www.google.com/amp/s/news.example.org/world/story-1/amp/'],
    [
      'an AMP project cache',
      'https://news-example-org.cdn.ampproject.org/c/s/news.example.org/world/story-1',
    ],
  ])('is the same for %s', (_what, address) => {
    expect(canonicalUrl(address)).toBe(SAME);
  });

  it.each([
    [
      'a parameter that names the article',
      'https://example.org/story?id=7',
      'https://example.org/story?id=7',
    ],
    [
      'a referrer that is another site',
      'https://example.org/x?ref=b.example',
      'https://example.org/x?ref=b.example',
    ],
    [
      'a Yahoo redirect to nothing that can be read',
      'https://r.search.yahoo.com/RU=%E0%A4/RK=2',
      'https://r.search.yahoo.com/RU=%E0%A4/RK=2',
    ],
    ['the order of parameters', 'https://example.org/?b=2&utm_source=x&a=1', 'https://example.org/?b=2&a=1'],
    ['a trailing slash', 'https://example.org/story/', 'https://example.org/story/'],
    ['the case of a path', 'https://example.org/Story', 'https://example.org/Story'],
    ['a port of its own', 'http://example.org:8080/x', 'http://example.org:8080/x'],
    ['escapes where nothing is removed', 'https://example.org/?q=a%20b', 'https://example.org/?q=a%20b'],
    ['a short host that looks mobile', 'https://m.example/x', 'https://m.example/x'],
    ['a site whose name looks mobile', 'https://www.mobile.de/x', 'https://www.mobile.de/x'],
    ['such a site under a country', 'https://m.com.br/x', 'https://m.com.br/x'],
    [
      'escapes beside what is removed',
      'https://example.org/?q=a%20b&crop/1/2&utm_source=x',
      'https://example.org/?q=a%20b&crop/1/2',
    ],
    [
      'a Google News address that hides the target',
      'https://news.google.com/rss/articles/CBMiQUFBQUFB?oc=5',
      'https://news.google.com/rss/articles/CBMiQUFBQUFB?oc=5',
    ],
  ])('keeps %s', (_what, address, expected) => {
    expect(canonicalUrl(address)).toBe(expected);
  });

  it.each([
    ['https://m.example.com.br/x', 'https://example.com.br/x'],
    ['https://www.m.example.co.uk/x', 'https://www.example.co.uk/x'],
    ['https://example.org/a%c3%b1o', 'https://example.org/a%C3%B1o'],
    ['https://example.org/año', 'https://example.org/a%C3%B1o'],
  ])('writes %s as %s', (address, expected) => {
    expect(canonicalUrl(address)).toBe(expected);
  });

  it('writes an international host in ASCII', () => {
    expect(canonicalUrl('https://señal.example/ñ')).toBe('https://xn--seal-hqa.example/%C3%B1');
  });

  it.each([
    '',
    'story-1',
    'mailto:a@example.org',
    'javascript:alert(1)',
    'file:///etc/passwd',
    `https://example.org/${'x'.repeat(5_000)}`,
  ])('is null for %s', (address) => {
    expect(canonicalUrl(address)).toBeNull();
  });

  it('changes nothing the second time', () => {
    const once = canonicalUrl('https://m.news.example.org/a/amp?utm_x=1&id=2#f') ?? '';
    expect(canonicalUrl(once)).toBe(once);
  });
});
