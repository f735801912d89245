import type { CountryCoverage, EditionDocument } from '@aftermath/core';
import { countryWord } from './country-word.ts';
import { oneLine } from './plain-words.ts';
import type { Words } from './words/index.ts';

/** What each silent category's silence is worth, and about which countries it is worth nothing. */
export function silenceLines({ standings }: EditionDocument, words: Words): readonly string[] {
  const quiet = standings.filter(({ silence }) => silence.state !== 'seen');
  const lines = quiet.map(({ category, silence }) => {
    const say = silence.state === 'silent' ? words.silent : words.unknown;
    return say(oneLine(category.title), silence.days, silence.listening, silence.sources);
  });
  const deaf = deafLine({ standings }, words);
  return deaf === null ? lines : [...lines, deaf];
}

/** The countries whose own sources could not be read, by the worst of the silent categories. */
export function deafLine({ standings }: Pick<EditionDocument, 'standings'>, words: Words): string | null {
  const worst = new Map<string, CountryCoverage>();
  for (const coverage of standings.flatMap(({ silence }) => silence.deaf)) {
    const known = worst.get(coverage.country);
    if (known === undefined || coverage.listening < known.listening) worst.set(coverage.country, coverage);
  }
  if (worst.size === 0) return null;
  const named = [...worst.values()].map(
    ({ country, listening, sources }) => `${countryWord(country, words)} (${listening}/${sources})`,
  );
  return words.deaf(named.join(', '));
}
