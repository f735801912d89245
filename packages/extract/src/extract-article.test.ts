import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NeverFailure } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { extractArticle } from './extract-article.ts';
import { ExtractError } from './extract-error.ts';

const FIXTURES = path.join(import.meta.dirname, '__fixtures__');
const URL_OF_PAGE = 'https://diariodelacosta.example/a';
const SENTENCE =
  'The minister said on Monday that the port of Sereno would stay closed for two days after the raid.';
const BODY = `<p>${SENTENCE}</p>`.repeat(4);

function page(body: string, head = ''): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
}

function refusal(html: string | Uint8Array, contentType?: string): ExtractError {
  try {
    extractArticle(html, { url: URL_OF_PAGE, contentType: contentType ?? null });
  } catch (error) {
    if (error instanceof ExtractError) return error;
    throw error;
  }
  return expect.fail('was taken for an article');
}

describe('extractArticle', () => {
  it.each(readdirSync(FIXTURES).filter((name) => name.endsWith('.html')))('reads %s as expected', (name) => {
    const html = readFileSync(path.join(FIXTURES, name));
    const expected = JSON.parse(readFileSync(path.join(FIXTURES, name.replace('.html', '.json')), 'utf8'));
    expect(extractArticle(html, { url: URL_OF_PAGE })).toEqual(expected);
  });

  it.each([
    ['nothing', '  \n', undefined, 'page-empty'],
    ['a PDF', '%PDF-1.7 ...', undefined, 'page-not-html'],
    ['a picture by its type', page(BODY), 'image/png', 'page-not-html'],
    ['a feed', '<?xml version="1.0"?><rss><channel/></rss>', 'text/xml', 'page-not-html'],
    ['plain words', 'hello there', 'text/plain', 'page-not-html'],
    [
      'links only',
      page('<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>'),
      undefined,
      'page-without-text',
    ],
    ['more bytes than any article', '<p>'.padEnd(9_000_000, 'a'), undefined, 'page-too-large'],
    ['more elements than any article', page('<b></b>'.repeat(300_000)), undefined, 'page-too-large'],
    [
      'a bot wall',
      page(
        '<h1>a.example</h1><p>Checking if the site connection is secure. Enable JavaScript and cookies to continue.</p>',
        '<title>Just a moment...</title>',
      ),
      undefined,
      'page-is-bot-wall',
    ],
    [
      'a consent page',
      page(
        '<h1>Before you continue</h1><p>We use cookies and data to deliver services. If you accept all, we and our partners use cookies with your consent.</p>',
      ),
      undefined,
      'page-is-consent-wall',
    ],
    [
      'a login page',
      page(
        '<h1>Welcome back</h1><form><p>Use your account at the paper.</p><input type="email"><input type="password"></form>',
      ),
      undefined,
      'page-is-login-wall',
    ],
    [
      'a soft 404',
      page('<h1>Página no encontrada</h1><p>La página que busca ya no está disponible en este sitio.</p>'),
      undefined,
      'page-is-not-found',
    ],
  ])('refuses %s by name', (_what, html, contentType, code) => {
    const error = refusal(html, contentType);
    expect(error).toBeInstanceOf(NeverFailure);
    expect(error.code).toBe(code);
  });

  it('takes an article about bot walls, cookies or missing pages for an article', () => {
    const html = page(`<h1>Just a moment: how cookie consent took over the web</h1>${BODY.repeat(8)}`);
    expect(extractArticle(html, { url: URL_OF_PAGE }).text).toContain(SENTENCE);
  });

  it('dates nothing that has no date', () => {
    const html = page(`<h1>Port closed</h1>${BODY}`, '<meta name="date" content="yesterday">');
    expect(extractArticle(html, { url: URL_OF_PAGE })).toMatchObject({ publishedAt: null, updatedAt: null });
  });

  it.each([
    ['the header', page(`<p>Año: ${SENTENCE}</p>`), 'text/html; charset=ISO-8859-1'],
    ['the page', page(`<p>Año: ${SENTENCE}</p>`, '<meta charset="windows-1252">'), 'text/html'],
    [
      'its bytes',
      page(`<p>El año pasado la policía capturó a más de cien hombres en la región: ${SENTENCE}</p>`),
      null,
    ],
  ])('decodes a charset known by %s', (_by, html, contentType) => {
    const bytes = Uint8Array.from(html, (character) => character.charCodeAt(0));
    expect(extractArticle(bytes, { url: URL_OF_PAGE, contentType }).text).toMatch(/año/i);
  });

  it('gives text that can be stored and quoted: no NUL, no lone surrogates, single spaces', () => {
    const html = page(BODY.replaceAll('Monday', 'Mon\0day \ud800 &#0; and\u00a0 \t so'));
    const { text } = extractArticle(html, { url: URL_OF_PAGE });
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/\p{Cc}(?<!\n)| {2}|\u00a0/u);
    expect(text).toContain('and so');
  });

  it.each([
    ['unclosed', `${'<div>'.repeat(100_000)}${BODY}`],
    ['closed', `${'<div>'.repeat(100_000)}${BODY}${'</div>'.repeat(100_000)}`],
    ['wrongly closed', `${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}${BODY}`],
    ['tables in tables', `${'<table><tr><td>'.repeat(30_000)}${BODY}`],
  ])('reads the text under 100,000 nested elements (%s)', (_how, html) => {
    expect(extractArticle(html, { url: URL_OF_PAGE }).text).toContain(SENTENCE);
  });

  it('takes the address of the original from a site that prints the articles of others', () => {
    const html = page(BODY, `<link rel="canonical" href="${URL_OF_PAGE}">`);
    expect(extractArticle(html, { url: 'https://news.yahoo.com/a' }).canonicalUrl).toBe(URL_OF_PAGE);
  });

  it.each([
    ['its author', '<span class="author">Agencia EFE</span>', '', ['EFE']],
    ['its byline', '<p class="byline">Por Reuters</p>', '', ['Reuters']],
    ['its data', '', '<meta name="source" content="Europa Press">', ['Europa Press']],
    ['the site itself', '', '<meta property="og:site_name" content="Prensa Latina">', ['Prensa Latina']],
    ['the dateline', '<p>SERENO (AP) — The port was closed on Monday, officials said.</p>', '', ['AP']],
    ['the picture only', '<figure><figcaption class="source">AFP</figcaption></figure>', '', []],
  ])('knows an agency by %s', (_by, body, head, agencies) => {
    const html = page(`<article>${body}${BODY}</article>`, head);
    expect(extractArticle(html, { url: URL_OF_PAGE }).agencies).toEqual(agencies);
  });

  it.each([
    ['https://www.diariodelacosta.example/x', 'https://www.diariodelacosta.example/x'],
    ['/x?id=1#top', 'https://diariodelacosta.example/x?id=1'],
    ['https://diariodelacosta.example/', null],
    ['https://other.example/a', null],
    ['javascript:alert(1)', null],
  ])('takes the canonical address %s for %s', (href, expected) => {
    const html = page(BODY, `<link rel="canonical" href="${href}">`);
    expect(extractArticle(html, { url: URL_OF_PAGE }).canonicalUrl).toBe(expected);
  });
});
