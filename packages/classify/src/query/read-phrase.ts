import { fold, startsWithCapital, stripMarks } from '../text/fold.ts';
import { tokenize } from '../text/tokenize.ts';
import { ALTERNATIVES_MAX, expandBraces } from './expand-braces.ts';
import type { PhrasePattern, WordPattern } from './syntax.ts';

/** A longer phrase is a quotation, not a pattern. */
const PHRASE_WORDS_MAX = 16;
/** `a*` would match a tenth of all words. */
const PREFIX_LETTERS_MIN = 3;

/**
 * The phrases that a word or quoted phrase stands for, braces written out.
 * @throws Error with a message for the person who wrote it
 */
export function readPhrase(text: string): PhrasePattern[] {
  const alternatives = expandBraces(text);
  if (alternatives === null)
    throw new Error(
      `the braces don't fit: write word{,s,ed}, at most ${ALTERNATIVES_MAX} alternatives, no braces in braces`,
    );
  return alternatives.map(readAlternative);
}

function readAlternative(text: string): PhrasePattern {
  const pattern = tokenize(text).map((token) => readWord(token.word, text[token.end] === '*'));
  const stars = text.split('*').length - 1;
  if (pattern.length === 0)
    throw new Error('there is no word here: write a word or a phrase in quotation marks');
  if (pattern.length > PHRASE_WORDS_MAX)
    throw new Error(`this phrase has more than ${PHRASE_WORDS_MAX} words: use NEAR or BEFORE`);
  if (stars !== pattern.filter(({ prefix }) => prefix).length)
    throw new Error('a * stands at the end of a word only, for any ending: arrest*');
  return pattern;
}

/** Smart case: what the analyst writes with capitals must have them in the text. */
function readWord(raw: string, prefix: boolean): WordPattern {
  const word = stripMarks(raw);
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  if (prefix && [...word].length < PREFIX_LETTERS_MIN)
    throw new Error(`${raw}* matches too much: write at least ${PREFIX_LETTERS_MIN} letters before *`);
  if (capitals >= 2 && !prefix) return { case: 'exact', word, prefix };
  return { case: startsWithCapital(word) ? 'capital' : 'any', word: fold(word), prefix };
}
