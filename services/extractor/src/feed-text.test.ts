import { describe, expect, it } from 'vitest';
import { feedContent } from './feed-text.ts';

const WHOLE =
  '<p>The port of Sereno stayed closed for two days after the raid, the minister said.</p>'.repeat(20);
const said = (content: string | null) => ({
  title: 'Port closed',
  content,
  summary: null,
  lang: 'en',
  publishedAt: null,
});

describe('feedContent', () => {
  it.each([
    ['a whole text', WHOLE],
    [
      'one with what WordPress appends',
      `${WHOLE}<p>The post Port closed appeared first on The Coast Daily.</p>`,
    ],
  ])('is the article where a feed gives %s', (_what, content) => {
    const found = feedContent([said(null), said(content)]);
    expect(found?.origin).toBe('feed-content');
    expect(found?.text.text).toMatch(/the minister said\.$/);
  });

  it.each([
    ['nothing', null],
    ['a summary', '<p>The port of Sereno is closed.</p>'],
    ['a text that ends with dots', `${WHOLE}<p>And then …</p>`],
    ['a text cut in brackets', `${WHOLE}<p>And then [&hellip;]</p>`],
    ['an invitation to read on (en)', `${WHOLE}<a href="/a">Continue reading →</a>`],
    ['an invitation to read on (es)', `${WHOLE}<a href="/a">Leer más</a>`],
    ['an invitation to read on (pt)', `${WHOLE}<a href="/a">Leia mais »</a>`],
    [
      'a cut text with what WordPress appends',
      `${WHOLE}<p>And […]</p><p>La entrada Puerto se publicó primero en El Diario.</p>`,
    ],
  ])('is nothing, and the page is to be read, where feeds give %s', (_what, content) => {
    expect(feedContent([said(content)])).toBeNull();
  });
});
