import { parseFeed } from '@aftermath/feeds';
import { anExportedSignal, aWatch } from '@aftermath/testkit';
import { describe, expect, it } from 'vitest';
import { editionFeed, signalFeed } from './watch-feeds.ts';
import { atomOf, jsonFeedOf } from './write-feed.ts';

const WATCH = { ...aWatch(), createdAt: '2026-01-01T00:00:00.000Z' };
const PLACE = {
  publicUrl: 'https://news.example',
  selfUrl: 'https://news.example/v1/watches/test-watch/signals',
};
const FORMATS = [
  ['Atom', atomOf],
  ['JSON Feed', jsonFeedOf],
] as const;

describe.each(FORMATS)('a feed as %s', (_name, write) => {
  const read = (text: string) => parseFeed(Buffer.from(text), { url: PLACE.selfUrl });
  const signalsAs = (...signals: Parameters<typeof signalFeed>[1]) =>
    write(signalFeed(WATCH, signals, PLACE));

  it('gives a feed reader what was found', () => {
    const feed = read(signalsAs(anExportedSignal()));
    expect(feed.title).toBe('Test watch: signals');
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({
      title: 'Arrests: Police arrested two men',
      link: 'https://example.org/article',
      publishedAt: '2026-01-02T12:00:00.000Z',
    });
  });

  it('keeps an entry the same one when its article is classified again', () => {
    const guid = (signal = anExportedSignal()) => read(signalsAs(signal)).items[0]?.id;
    expect(guid(anExportedSignal({ id: 99, status: 'denied', foundAt: '2026-02-01T00:00:00.000Z' }))).toBe(
      guid(),
    );
    expect(guid(anExportedSignal({ category: 'sanctions' }))).not.toBe(guid());
    expect(guid()).toMatch(/^urn:uuid:/);
  });

  it('can be read whatever an article says', () => {
    const title = 'a\u0000\u0008\ud800 <b>&amp; ]]> </title><script>';
    const { article } = anExportedSignal();
    const feed = read(signalsAs(anExportedSignal({ article: { ...article, title } })));
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]?.title).toContain('&amp; ]]> </title>');
  });

  it('gives digests with their text and where they stand', () => {
    const edition = {
      id: 5,
      date: '2026-01-02',
      subject: 'Two new',
      builtAt: '2026-01-02T12:00:00.000Z',
      text: 'Three lines\nof\ntext',
    };
    const text = write(editionFeed(WATCH, [edition], PLACE));
    expect(read(text).items[0]).toMatchObject({
      title: 'Two new',
      link: 'https://news.example/v1/editions/5/html',
    });
    expect(text).toContain('Three lines');
  });

  it('is a feed too when nothing was found yet', () => {
    expect(read(signalsAs()).items).toEqual([]);
  });
});
