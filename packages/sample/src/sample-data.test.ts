import { RULE_LANGUAGES, SIGNAL_STATUSES } from '@aftermath/core';
import { createStoryMemory } from '@aftermath/group';
import { describe, expect, it } from 'vitest';
import { readExpectations, readSampleData } from './sample-data.ts';

const CATEGORIES = [
  'regional-reaction',
  'arrests',
  'sanctions',
  'joint-operations',
  'official-claims',
  'legal-authority',
  'use-of-force',
  'network-response',
  'community-impact',
];
const sources = readSampleData();
const articles = sources.flatMap((source) =>
  source.articles.map((article) => ({ ...article, lang: source.lang })),
);
const expectations = readExpectations();

describe('the sample', () => {
  it('has an expectation for every article and no other', () => {
    expect([...expectations.keys()].sort()).toEqual(articles.map(({ slug }) => slug).sort());
    expect(new Set(articles.map(({ slug }) => slug)).size).toBe(articles.length);
  });

  it('shows every category, status, language, feed format and trap', () => {
    const signals = [...expectations.values()].flatMap((expected) => Object.entries(expected.signals));
    expect([...new Set(signals.map(([category]) => category))].sort()).toEqual([...CATEGORIES].sort());
    expect([...new Set(signals.map(([, status]) => status))].sort()).toEqual([...SIGNAL_STATUSES].sort());
    expect(new Set(articles.map(({ lang }) => lang))).toEqual(new Set(RULE_LANGUAGES));
    expect(new Set(sources.map(({ feed }) => feed.format))).toEqual(new Set(['rss', 'atom', 'json']));
    expect(new Set(sources.map(({ feed }) => feed.body))).toEqual(new Set(['full', 'summary']));
    expect([...expectations.values()].filter(({ scope }) => !scope).length).toBeGreaterThanOrEqual(10);
  });

  it('covers fourteen days', () => {
    expect(new Set(articles.map(({ day }) => day))).toEqual(new Set(Array.from({ length: 14 }, (_, i) => i)));
  });

  it('expects nothing of what is out of scope, and never scores what is unsure', () => {
    for (const { scope, signals, unsure } of expectations.values()) {
      if (!scope) expect(signals).toEqual({});
      expect(unsure.filter((category) => category in signals)).toEqual([]);
      expect(unsure.filter((category) => !CATEGORIES.includes(category))).toEqual([]);
    }
  });

  it('names the gang in every article of its scope and in no other', () => {
    const gang = /Lamplighter|Farolero|Lampioneiro/;
    for (const { slug, title, text } of articles)
      expect(gang.test(`${title} ${text}`), slug).toBe(expectations.get(slug)?.scope);
  });

  it('puts copies into the story of their original, which came earlier', () => {
    const minutes = ({ day, time }: { day: number; time: string }) =>
      `${String(day).padStart(2, '0')} ${time}`;
    for (const article of articles) {
      const expected = expectations.get(article.slug);
      const original = articles.find(({ slug }) => slug === expected?.copyOf);
      if (expected?.copyOf === undefined) continue;
      if (original === undefined) throw new Error(`${expected.copyOf} is not there`);
      expect(expectations.get(original.slug)?.story).toBe(expected.story);
      expect(minutes(original) < minutes(article)).toBe(true);
    }
  });

  it('corrects articles later than it publishes them', () => {
    const corrected = articles.filter(({ correction }) => correction !== undefined);
    expect(corrected.length).toBe(3);
    for (const { slug, day, time, text, correction } of corrected) {
      if (correction === undefined) continue;
      expect(correction.day * 1440 + toMinutes(correction.time), slug).toBeGreaterThan(
        day * 1440 + toMinutes(time),
      );
      expect(correction.text).not.toBe(text);
    }
  });

  it('has copies that grouping finds, and no others', () => {
    const memory = createStoryMemory();
    const ordered = [...articles].sort((a, b) => a.day - b.day || toMinutes(a.time) - toMinutes(b.time));
    const copies = ordered.map(({ slug, title, text, lang }) => [
      slug,
      memory.add(slug, { title, text, lang }).copyOf,
    ]);
    expect(copies.filter(([, copyOf]) => copyOf !== null)).toEqual(
      ordered
        .map(({ slug }) => [slug, expectations.get(slug)?.copyOf ?? null])
        .filter(([, copyOf]) => copyOf !== null),
    );
  });
});

function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
