import { LIST_NAMES, LISTS_WITH_PARTS, listsOf } from '../lexicon/lists.ts';
import { lexQuery } from './lex-query.ts';
import { parseQuery } from './parse-query.ts';
import { QueryError, type QueryProblem } from './syntax.ts';

const NO_WATCH = listsOf({ actors: [], places: [] });

/**
 * What is wrong in a query of the category language; empty when nothing is.
 *
 * @param known ids of the watch's actors, to check `@actor:id`; absent: not checked
 */
export function checkQuery(
  query: string,
  known: { readonly actors?: readonly string[] } = {},
): QueryProblem[] {
  try {
    parseQuery(query);
    return lexQuery(query).flatMap(({ kind, text, offset }) => {
      const message = kind === 'list' ? listProblem(text, known.actors) : null;
      return message === null ? [] : [{ offset, length: text.length, message }];
    });
  } catch (error) {
    if (error instanceof QueryError) return [error.problem];
    throw error;
  }
}

function listProblem(text: string, actors: readonly string[] | undefined): string | null {
  const [name = '', argument] = text.slice(1).split(':');
  if (!LIST_NAMES.includes(name))
    return `there is no list @${name}; there are: ${LIST_NAMES.map((list) => `@${list}`).join(', ')}`;
  if (argument === undefined) return null;
  if (!LISTS_WITH_PARTS.includes(name)) return `@${name} has no parts: write @${name} alone`;
  if (name === 'actor')
    return actors === undefined || actors.includes(argument) ? null : `the watch has no actor ${argument}`;
  return NO_WATCH(name, argument) === null
    ? `${argument} is no country: write an ISO 3166-1 code of two capitals, such as @country:VE`
    : null;
}
