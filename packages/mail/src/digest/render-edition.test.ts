import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildEdition, type EditionInput } from '@aftermath/core';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderEdition } from './render-edition.tsx';
import { TEMPLATE_VERSION } from './template-version.ts';

const FOLDER = path.join(import.meta.dirname, '__fixtures__');
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));
const inputOf = (name: string): EditionInput =>
  JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));
const rendered = (name: string) => renderEdition(buildEdition(inputOf(name)));

/** What a reader sees, without the hidden preview, in one line. */
function visibleText(html: string): string {
  const { document } = parseHTML(html);
  for (const hidden of document.querySelectorAll('head, [data-skip-in-text]')) hidden.remove();
  for (const block of document.querySelectorAll('p, h1, h2, h3, li, blockquote')) block.append(' ');
  return oneLine(document.documentElement.textContent ?? '');
}
const oneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
/** A line of the text part without its marks, as it stands in the HTML. */
const bare = (line: string) =>
  line
    .replace(/^[>*-] /, '')
    .replace(/ \[[^\]]+\]$/, '')
    .replace(/: https?:\S+$/, '')
    .replace(/:$/, '')
    .toLowerCase();

describe.each(cases)('the edition of a %s', (name) => {
  it('is, to the byte, what was agreed for this template version', async () => {
    const { html, text, subject } = await rendered(name);
    await expect(html).toMatchFileSnapshot(path.join(FOLDER, `${name}.html`));
    await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(path.join(FOLDER, `${name}.txt`));
  });

  it('loads nothing, runs nothing and links to web pages only', async () => {
    const { html } = await rendered(name);
    const { document } = parseHTML(html);
    const elements = [...document.querySelectorAll('*')];
    const names = new Set(elements.map((element) => element.localName));
    for (const loader of ['script', 'img', 'link', 'iframe', 'object', 'svg', 'video', 'form', 'base'])
      expect(names).not.toContain(loader);
    for (const element of elements) {
      for (const { name: attribute } of element.attributes)
        expect(attribute).not.toMatch(/^on|^(src|srcset|background|action)$/i);
      const href = element.getAttribute('href');
      if (href !== null) expect(href).toMatch(/^https?:\/\//);
    }
    for (const { textContent } of document.querySelectorAll('style'))
      expect(textContent).not.toMatch(/url\(|@import/i);
    for (const element of elements) expect(element.getAttribute('style') ?? '').not.toMatch(/url\(/i);
  });

  it('says the same in its text as in its HTML', async () => {
    const { html, text } = await rendered(name);
    const seen = visibleText(html).toLowerCase();
    const lines = text.split('\n').filter((line) => !/^([=-]+|https?:\S+)?$/.test(line));
    for (const line of lines) expect(seen).toContain(bare(line));
    const links = [...parseHTML(html).document.querySelectorAll('a')].map((link) =>
      link.getAttribute('href'),
    );
    for (const link of links) expect(text).toContain(link);
  });

  it('says by which rules and template it was made', async () => {
    const { text } = await rendered(name);
    expect(text).toContain(inputOf(name).rulesHash.slice(0, 12));
    expect(text).toMatch(new RegExp(`(template|plantilla|modelo) ${TEMPLATE_VERSION}\\.`));
  });

  it('has a subject of one line', async () => {
    const { subject } = await rendered(name);
    expect(subject).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
  });
});

describe('an edition', () => {
  it('is marked as a sample in its subject and its first line', async () => {
    const { subject, text } = await rendered('sample-day-es');
    expect(subject).toMatch(/^\[MUESTRA\]/);
    expect(text).toMatch(/^MUESTRA: /);
  });

  it('does not say twice what the headline says', async () => {
    const { html, text } = await rendered('archive-day-pt');
    expect(text.match(/Three held in Port Amber/g)).toHaveLength(1);
    expect(parseHTML(html).document.querySelectorAll('blockquote')).toHaveLength(1);
  });

  it('says a day without news in two lines, the second being the coverage', async () => {
    const [, body] = (await rendered('empty-day')).text.split('\n\n');
    expect(body?.split('\n')).toEqual([
      'No new signal since the last digest.',
      expect.stringMatching(/^38 of 41 sources healthy\. Sources that could not be read: La Voz de Azul/),
    ]);
  });

  it('stays under what Gmail clips however much there is to tell, and counts what it leaves out', async () => {
    const input = inputOf('full-day');
    const categories = Array.from({ length: 12 }, (_, index) => ({ id: `c${index}`, title: `C ${index}` }));
    const [signal] = input.signals;
    if (signal === undefined) throw new Error('the fixture has signals');
    const signals = categories.flatMap(({ id }, category) =>
      Array.from({ length: 14 }, (_, index) => ({
        ...signal,
        category: id,
        signalId: category * 100 + index,
        storyId: category * 100 + index,
        quote: 'A sentence of <some> length & weight. '.repeat(20),
        article: { ...signal.article, title: 'Headline '.repeat(20) },
      })),
    );
    const document = buildEdition({ ...input, watch: { ...input.watch, categories }, signals });
    const { html, text } = await renderEdition(document);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(100_000);
    const shown = text.match(/^Headline .*\]$/gm)?.length ?? 0;
    const counted = [...text.matchAll(/^and (\d+) more stor/gm)].map(([, count]) => Number(count));
    expect(shown).toBeGreaterThanOrEqual(categories.length);
    expect(shown + counted.reduce((sum, count) => sum + count, 0)).toBe(signals.length);
    expect(text).toContain('168 stories in 12 categories');
  });
});
