import type { SourceMove, SourceRow } from '@aftermath/db';

/** Permanent redirects to the same place in so many looks in a row are believed; one may be a mistake of a day. */
const LOOKS_TO_BELIEVE = 3;
/** After so many failures at the new place, the old one is asked again. */
const FAILURES_TO_RETURN = 3;

type Moving = Pick<SourceRow, 'url' | 'fetchUrl' | 'movedTo' | 'movedSeen'>;

/**
 * What a look that was redirected (or not) says of where a source is. Only 301 and 308 all the way count, never back
 * from https to http. Null: nothing changed.
 *
 * @param permanentUrl where permanent redirects led; null: there was none, or one for the time being (302, 307)
 */
export function moveAfter(
  { url, fetchUrl, movedTo, movedSeen }: Moving,
  permanentUrl: string | null,
): SourceMove | null {
  const asked = fetchUrl ?? url;
  const believable = permanentUrl !== null && !(isHttps(asked) && !isHttps(permanentUrl));
  if (!believable || permanentUrl === asked)
    return movedTo === null ? null : { movedTo: null, movedSeen: 0, fetchUrl };
  const seen = permanentUrl === movedTo ? movedSeen + 1 : 1;
  if (seen < LOOKS_TO_BELIEVE) return { movedTo: permanentUrl, movedSeen: seen, fetchUrl };
  return { movedTo: null, movedSeen: 0, fetchUrl: permanentUrl === url ? null : permanentUrl };
}

/** A new place that can't be read any more: back to the old one. Null: nothing changed. */
export function moveAfterFailure({ fetchUrl }: Moving, failures: number): SourceMove | null {
  if (fetchUrl === null || failures < FAILURES_TO_RETURN) return null;
  return { movedTo: null, movedSeen: 0, fetchUrl: null };
}

function isHttps(url: string): boolean {
  return url.startsWith('https:');
}
