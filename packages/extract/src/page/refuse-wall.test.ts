import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../extract-article.ts';

const WALLS = path.join(import.meta.dirname, '__fixtures__/walls');
const url = 'https://diariodelacosta.example/a';
const SENTENCE =
  'The minister said on Monday that the port of Sereno would stay closed for two days after the raid. ';

describe('a page that stands in place of an article', () => {
  it.each(readdirSync(WALLS))('is refused as what it is: %s', (file) => {
    const html = readFileSync(path.join(WALLS, file));
    const [kind = ''] = file.split('.');
    expect(() => extractArticle(html, { url })).toThrow(expect.objectContaining({ code: `page-is-${kind}` }));
  });

  it.each(['https://diariodelacosta.example/', 'https://diariodelacosta.example/index.html'])(
    'is refused where the site leads to its front page (%s)',
    (home) => {
      const html = `<article><h1>Today</h1><p>${SENTENCE.repeat(20)}</p></article>`;
      expect(() => extractArticle(html, { url: home, askedUrl: url })).toThrow(
        expect.objectContaining({ code: 'page-is-not-found' }),
      );
      expect(extractArticle(html, { url: home, askedUrl: home }).text).toContain('port of Sereno');
    },
  );
});

describe('an article', () => {
  it.each([
    ['with an offer to subscribe under it', '<p>Subscribe to continue reading our newsletter</p>', ''],
    ['with a login form in its head', '<form><input type="password"></form>', ''],
    [
      'behind a guard that let us through',
      '<script src="/cdn-cgi/challenge-platform/h/b/x.js"></script>',
      '',
    ],
    ['about consent', '<p>The law on cookies, consent and privacy is new.</p>', 'Before you continue: '],
    ['about a robot check', '<p>The robot check failed.</p>', 'Access denied: '],
  ])('is no wall: %s', (_what, beside, prefix) => {
    const body = `<p>${SENTENCE.repeat(6)}</p>`.repeat(4);
    const html = `<title>${prefix}Port closed</title><article><h1>${prefix}Port closed</h1>${body}</article>${beside}`;
    expect(extractArticle(html, { url }).text).toContain('port of Sereno');
  });
});
