import {
  mergeStories,
  placeInStory,
  type StoredRevision,
  storyCandidates,
  type Transaction,
} from '@aftermath/db';
import { assign, type Fingerprint, fingerprint, STORY_WINDOW_MS } from '@aftermath/group';

/** Puts an article into the story it tells, or into a new one; returns the story's id. */
export async function placeArticle(tx: Transaction, revision: StoredRevision): Promise<number> {
  const { articleId } = revision;
  const print = fingerprint(revision);
  const at = revision.publishedAt ?? revision.firstSeenAt;
  const found = await storyCandidates(tx, { articleId, keys: print.keys, at }, STORY_WINDOW_MS);
  const candidates = found.map((candidate) => ({
    id: candidate.articleId,
    storyId: candidate.storyId,
    fingerprint: JSON.parse(candidate.fingerprint) as Fingerprint,
    at: candidate.at,
  }));
  const { storyId, copyOf, merges } = assign(print, candidates, at);
  const placed = await placeInStory(tx, {
    articleId,
    storyId,
    copyOf,
    fingerprint: JSON.stringify(print),
    keys: print.keys,
    at,
  });
  return merges.length === 0 ? placed : mergeStories(tx, [placed, ...merges], articleId);
}
