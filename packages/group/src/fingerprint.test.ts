import { describe, expect, it } from 'vitest';
import { bridge, bridgeInSpanish } from './__fixtures__/articles.ts';
import { fingerprint } from './fingerprint.ts';

describe('fingerprint', () => {
  it('survives JSON', () => {
    const print = fingerprint(bridge);
    expect(JSON.parse(JSON.stringify(print))).toEqual(print);
    expect(JSON.stringify(print).length).toBeLessThan(3_000);
  });

  it('gives few and short keys', () => {
    const { keys } = fingerprint(bridge);
    expect(keys.length).toBe(29);
    for (const key of keys) expect(key).toMatch(/^[cs][0-9a-z]{2,12}$/);
  });

  it('takes the language it is told, and guesses one it is not', () => {
    expect(fingerprint({ ...bridge, lang: 'en-GB' }).lang).toBe('en');
    expect(fingerprint(bridge).lang).toBe('en');
    expect(fingerprint(bridgeInSpanish).lang).toBe('es');
    expect(fingerprint({ title: 'Xyzzy plugh', text: '' }).lang).toBeNull();
  });

  it('reads no further than 20,000 characters', () => {
    const head = 'Ilse Varga spoke in Port Lark. '.repeat(700);
    expect(fingerprint({ title: '', text: `${head} one end` })).toEqual(
      fingerprint({ title: '', text: `${head} another end, ${'much longer '.repeat(100_000)}` }),
    );
  });

  it.each([
    ['nothing', '', ''],
    ['no letters', '...', '\0\u{1F600}'],
    ['names of object members', '__proto__', 'constructor toString __proto__ hasOwnProperty'],
    ['a lone surrogate', '\uD800', 'ends in \uDC00'],
  ])('stands %s', (_, title, text) => {
    const { terms } = fingerprint({ title, text });
    expect(terms.weights.every(Number.isFinite)).toBe(true);
  });
});
