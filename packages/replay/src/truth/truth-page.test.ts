import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderTruthReport } from './truth-page.tsx';
import type { JudgedHappening, TruthReport } from './truth-report.ts';

const HOSTILE = `"><script src="https://evil.example/x.js"></script><img src=//evil.example/p onerror=alert(1)>'&`;
const COUNTS = {
  happenings: 2,
  found: 1,
  missed: 1,
  delayDays: { least: 1, median: 1, most: 1 },
  editionDelayDays: null,
  alarms: 2,
  falseAlarms: 1,
};
const SIGNAL = {
  date: '2026-01-06',
  status: 'carried-out',
  score: 0.5,
  countries: ['CO'],
  quote: HOSTILE,
  article: { id: HOSTILE, title: HOSTILE, url: 'javascript:alert(1)' },
} as const;
const FOUND: JudgedHappening = {
  id: HOSTILE,
  category: 'jail',
  date: '2026-01-05',
  found: { ...SIGNAL, delayDays: 1, editionDate: null, editionDelayDays: null, alsoTakenFor: [HOSTILE] },
};
const REPORT: TruthReport = {
  watch: { id: 'w', title: HOSTILE },
  from: '2026-01-05',
  to: '2026-02-10',
  windowDays: 14,
  total: COUNTS,
  categories: [{ category: 'jail', title: HOSTILE, ...COUNTS }],
  happenings: [FOUND, { id: 'y', category: 'jail', date: '2026-01-10', terms: [HOSTILE], found: null }],
  falseAlarms: [{ category: 'jail', ...SIGNAL, signals: 1 }],
  outside: [],
  notJudged: { [HOSTILE]: 3 },
};

describe('renderTruthReport', () => {
  const html = renderTruthReport(REPORT);
  const { document } = parseHTML(html);

  it('runs and fetches nothing, whatever the archive and the watch say', () => {
    expect(
      document.querySelectorAll('script, img, iframe, object, embed, link, base, form, [src], [onerror]'),
    ).toHaveLength(0);
    expect([...document.querySelectorAll('a')]).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|xlink|javascript:/);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(
      /^default-src 'none';/,
    );
  });

  it('shows what was said, as text', () => {
    expect(document.querySelector('h1')?.textContent).toBe(`${HOSTILE}: what a replay found`);
    expect(document.querySelector('blockquote')?.textContent).toBe(`“${HOSTILE}”`);
  });

  it('draws each happening where it was found, missed, or told without one', () => {
    const [timeline, delays] = document.querySelectorAll('svg');
    const marks = (name: string) => timeline?.querySelectorAll(`.${name}`).length;
    expect([marks('found'), marks('missed'), marks('false')]).toEqual([1, 1, 1]);
    expect(delays?.querySelectorAll('rect.found')).toHaveLength(1);
  });

  it('links to web addresses alone', () => {
    const article = { ...SIGNAL.article, url: 'https://paper.example/?a=1&b="2"' };
    const page = renderTruthReport({
      ...REPORT,
      falseAlarms: [{ category: 'jail', ...SIGNAL, article, signals: 1 }],
    });
    const links = [...parseHTML(page).document.querySelectorAll('a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual([article.url]);
  });

  it('shows so many rows that the page stays readable, and says how many more there are', () => {
    const [alarm] = REPORT.falseAlarms;
    const page = renderTruthReport({
      ...REPORT,
      falseAlarms: Array.from({ length: 700 }, () => alarm ?? never()),
    });
    expect(page.length).toBeLessThan(1_000_000);
    expect(page).toContain('200 more are in report.json');
  });
});

function never(): never {
  throw new Error('the report has an alarm');
}
