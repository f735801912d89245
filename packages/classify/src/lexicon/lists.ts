import type { Watch } from '@aftermath/core';
import { GAZETTEER, readPhrases } from '../gazetteer/read-gazetteer.ts';
import type { ListLookup } from '../match/query-compiler.ts';
import { readPhrase } from '../query/read-phrase.ts';
import type { PhrasePattern } from '../query/syntax.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { LEXICON_LISTS, type LexiconList } from './lexicon.ts';
import { PT } from './pt.ts';

/** All lists a query can name, for messages. */
export const LIST_NAMES: readonly string[] = [
  'actor',
  'group',
  'place',
  'country',
  'two-countries',
  'state',
  ...LEXICON_LISTS,
];
/** Lists of which a part can be named, such as `@country:VE`. */
export const LISTS_WITH_PARTS: readonly string[] = ['actor', 'country'];

type Names = { readonly name: string; readonly aliases: readonly string[] };

const isLexiconList = (name: string): name is LexiconList =>
  (LEXICON_LISTS as readonly string[]).includes(name);

/** The lists as one watch sees them: its own actors and places, and those that all watches share. */
export function listsOf(watch: Pick<Watch, 'actors' | 'places'>): ListLookup {
  return (name, argument) => {
    if (name === 'actor') return actorPhrases(watch, argument);
    if (name === 'group') return argument === null ? groupPhrases(watch) : null;
    if (name === 'place') return watch.places.flatMap(namePhrases);
    return sharedPhrases(name, argument);
  };
}

/** Actors that speak for no country: the network, its leaders, its rivals. */
function groupPhrases({ actors }: Pick<Watch, 'actors'>): readonly PhrasePattern[] {
  return actors.filter(({ country }) => country === undefined).flatMap(namePhrases);
}

function actorPhrases({ actors }: Pick<Watch, 'actors'>, id: string | null): readonly PhrasePattern[] | null {
  if (id === null) return actors.flatMap(namePhrases);
  const actor = actors.find((candidate) => candidate.id === id);
  return actor === undefined ? null : namePhrases(actor);
}

/** A name is taken literally: braces and stars of the category language mean themselves and are left out. */
export function namePhrases({ name, aliases }: Names): readonly PhrasePattern[] {
  const readable = [name, ...aliases]
    .map((text) => text.replace(/[{}*]/g, ' '))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  return readable.flatMap(readPhrase);
}

const shared = new Map<string, readonly PhrasePattern[] | null>();

function sharedPhrases(name: string, argument: string | null): readonly PhrasePattern[] | null {
  const key = `${name}:${argument ?? ''}`;
  const known = shared.get(key);
  if (known !== undefined) return known;
  const phrases = readShared(name, argument);
  if (shared.size < 1_000) shared.set(key, phrases);
  return phrases;
}

function readShared(name: string, argument: string | null): readonly PhrasePattern[] | null {
  // Filled sentence by sentence, when two different countries are named.
  if (name === 'two-countries') return argument === null ? [] : null;
  if (name === 'country') return argument === null ? all('names') : (GAZETTEER.names.get(argument) ?? null);
  if (argument !== null) return null;
  if (name === 'state')
    return ['country', 'government', 'official', 'body'].flatMap((part) => sharedPhrases(part, null) ?? []);
  if (!isLexiconList(name)) return null;
  const words = [EN, ES, PT].flatMap((lexicon) => readPhrases(lexicon[name]));
  if (name === 'government') return [...words, ...all('institutions')];
  return name === 'official' ? [...words, ...all('leaders')] : words;
}

function all(part: 'names' | 'institutions' | 'leaders'): readonly PhrasePattern[] {
  return [...GAZETTEER[part].values()].flat();
}
