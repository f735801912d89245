import { describe, expect, it } from 'vitest';
import { bridge, bridgeToldOtherwise, otherBridge } from './__fixtures__/articles.ts';
import { createStoryMemory } from './story-memory.ts';

describe('createStoryMemory', () => {
  it('names a story by its first article', () => {
    const memory = createStoryMemory();
    expect(memory.add('a', bridge)).toMatchObject({ storyId: 'a', copyOf: null });
    expect(memory.add('b', otherBridge)).toMatchObject({ storyId: 'b', copyOf: null });
    expect(memory.add('c', bridgeToldOtherwise)).toMatchObject({ storyId: 'a', copyOf: null });
    expect(memory.add('d', bridge)).toMatchObject({ storyId: 'a', copyOf: 'a' });
  });

  it('joins within 14 days and not beyond, in whatever order they come', () => {
    const at = (publishedAt: string) => ({ ...bridge, publishedAt });
    const memory = createStoryMemory();
    memory.add('first', at('2026-03-20T00:00:00Z'));
    expect(memory.add('15 days earlier', at('2026-03-05T00:00:00Z')).storyId).toBe('15 days earlier');
    expect(memory.add('13 days later', at('2026-04-02T00:00:00Z')).storyId).toBe('first');
  });

  it.each([null, undefined, 'yesterday', ''])(
    'compares an article dated %j with all it remembers',
    (publishedAt) => {
      const memory = createStoryMemory();
      memory.add('dated', { ...bridge, publishedAt: '1999-01-01T00:00:00Z' });
      expect(
        memory.add('undated', { ...bridge, ...(publishedAt === undefined ? {} : { publishedAt }) }),
      ).toMatchObject({
        storyId: 'dated',
        copyOf: 'dated',
      });
    },
  );

  it('forgets nothing because of a date from the future', () => {
    const memory = createStoryMemory();
    memory.add('now', { ...bridge, publishedAt: '2026-03-20T00:00:00Z' });
    memory.add('2099', { ...otherBridge, publishedAt: '2099-01-01T00:00:00Z' });
    expect(memory.add('next', { ...bridge, publishedAt: '2026-03-21T00:00:00Z' }).storyId).toBe('now');
  });

  it('keeps the place of an id whose text changes', () => {
    const memory = createStoryMemory();
    const place = memory.add('a', bridge);
    expect(memory.add('a', otherBridge)).toEqual(place);
  });

  it('remembers no more articles than it may, and forgets the oldest wholly', () => {
    const memory = createStoryMemory({ articlesMax: 3 });
    memory.add('gone', bridge);
    for (const i of [1, 2, 3, 4, 5])
      memory.add(`other ${i}`, { title: '', text: `Report ${i} of Saint Brede ${i}` });
    expect(memory.size).toBe(3);
    expect(memory.add('back', bridge)).toMatchObject({ storyId: 'back', copyOf: null });
  });

  it('keeps the story alive when its first article is forgotten', () => {
    const memory = createStoryMemory({ articlesMax: 1 });
    for (const id of ['a', 'b', 'c']) expect(memory.add(id, bridge).storyId).toBe('a');
  });

  it('makes two stories one when an article shows that they are, under the older name, and says so', () => {
    const memory = createStoryMemory();
    memory.add('first', { ...bridge, publishedAt: '2026-01-01T00:00:00Z' });
    const second = { ...bridge, publishedAt: '2026-01-20T00:00:00Z' };
    expect(memory.add('second', second)).toMatchObject({ storyId: 'second', merged: [] });
    expect(memory.add('undated', bridge)).toMatchObject({ storyId: 'first', merged: ['second'] });
    expect(memory.add('second', second)).toMatchObject({ storyId: 'first', merged: [] });
  });
});
