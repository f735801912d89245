import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it.each([
    ['titles', ['Dr. Pérez met Sen. Smith.', 'He left.']],
    ['initials', ['J. D. Vance spoke.', 'George W. Bush did not.']],
    ['acronyms inside', ['The U.S. Navy left.', 'It sank.']],
    ['acronyms at the end', ['He lives in the U.S.', 'The president does too.']],
    ['Spanish plurals', ['Los EE. UU. atacaron.', 'El gobierno calla.']],
    ['decimals', ['It cost 3.5 million.', 'Then 1,200.50 more.']],
    ['quotes', ['“We will not stop.”', 'He said so.']],
    ['angle quotes', ['«No pararemos».', 'Así lo dijo.']],
    ['Spanish questions', ['¿Quién fue?', '¡Nadie lo sabe!', 'Sigue el juicio.']],
    ['Portuguese abbreviations', ['O dep. Silva e a dra. Costa falaram.', 'Nada mudou.']],
    ['headlines without a dot', ['Police arrest ten']],
  ])('keeps %s whole', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it('ends a sentence at an empty line and at a line that begins anew, not at a wrapped one', () => {
    expect(sentencesOf('A headline\nThe text goes\non here\n\nand there')).toEqual([
      'A headline',
      'The text goes\non here',
      'and there',
    ]);
  });

  it('ends sentences of a text without capitals at its dots', () => {
    expect(sentencesOf('police held two men. one was freed.')).toEqual([
      'police held two men.',
      'one was freed.',
    ]);
  });

  it('gives sentences in order, apart, and trimmed, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        let end = 0;
        for (const sentence of splitSentences(text)) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(text.slice(sentence.start, sentence.end)).not.toMatch(/^[\s\0]|[\s\0]$/);
          end = sentence.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
