import { describe, expect, it } from 'vitest';
import { leadSentence } from './lead-sentence.ts';

const LEAD = 'Police in Port Lark arrested three men of the Grey Lanterns on Monday.';

describe('leadSentence', () => {
  it.each([
    ['the first sentence', `${LEAD} They are held in the capital.`, LEAD],
    ['the first that can stand alone', `By Ana Wren\n\n${LEAD} They are held.`, LEAD],
    ['nothing of a text without full stops', 'word '.repeat(200), ''],
    ['nothing of a headline', 'Three held', ''],
    ['nothing of an endless first sentence', `${'and so on, '.repeat(60)}to the end. Then more.`, ''],
  ])('gives %s', (_what, text, lead) => {
    expect(leadSentence(text, 'en')).toBe(lead);
  });

  it('is verbatim, whatever the language is said to be', () => {
    const text = `“Ninguno de los nuestros subió a bordo”, dijo la guardia costera el lunes. Y más.`;
    for (const lang of ['es', null, 'not a language', 'xx']) expect(text).toContain(leadSentence(text, lang));
    expect(leadSentence(text, 'es')).toMatch(/lunes\.$/);
  });
});
