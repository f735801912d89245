import { describe, expect, it } from 'vitest';
import { canonicalUrl } from './canonical-url.ts';

const SAME = 'https://news.example.org/world/story-1';

describe('canonicalUrl', () => {
  it.each([
    ['as it is', SAME],
    ['upper case in scheme and host', 'HTTPS://News.Example.ORG/world/story-1'],
    ['a default port', 'https://news.example.org:443/world/story-1'],
    ['a fragment', `${SAME}#comments`],
    ['tracking', `${SAME}?utm_source=rss&utm_medium=feed&fbclid=abc`],
    ['a mobile host', 'https://m.news.example.org/world/story-1'],
    ['an AMP path', `${SAME}/amp`],
    ['an AMP parameter', `${SAME}?amp=1`],
    ['doubled slashes', 'https://news.example.org//world//story-1'],
    ['a final dot of the host', 'https://news.example.org./world/story-1'],
    ['credentials', 'https://user:secret@news.example.org/world/story-1'],
    ['a Google redirect', `https://www.google.com/url?rct=j&url=${encodeURIComponent(SAME)}&ct=ga`],
    ['a Facebook redirect', `https://l.facebook.com/l.php?u=${encodeURIComponent(`${SAME}?fbclid=x`)}&h=1`],
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
    ['the order of parameters', 'https://example.org/?b=2&utm_source=x&a=1', 'https://example.org/?b=2&a=1'],
    ['a trailing slash', 'https://example.org/story/', 'https://example.org/story/'],
    ['the case of a path', 'https://example.org/Story', 'https://example.org/Story'],
    ['a port of its own', 'http://example.org:8080/x', 'http://example.org:8080/x'],
    ['escapes where nothing is removed', 'https://example.org/?q=a%20b', 'https://example.org/?q=a%20b'],
    ['a short host that looks mobile', 'https://m.example/x', 'https://m.example/x'],
  ])('keeps %s', (_what, address, expected) => {
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
