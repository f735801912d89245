/** What a feed says of one entry. */
export interface ToldItem {
  readonly url: string;
  readonly title: string | null;
  readonly summary: string | null;
}

/** Numbers of so many digits in an address are an article's own; shorter ones are days and pages. */
const NUMBER = /\d{5,}/g;
const WORD_CHARS_MIN = 4;
/** Words read of a summary. */
const CHARS_MAX = 1_000;
/**
 * Share of the shorter one's words that both have. On 599 articles that their publishers told anew (title and
 * summary, under the same id) against other articles of the same feeds: see `sameStory` in docs/adr/0007.
 */
const SHARE_MIN = 0.3;
const SHARED_MIN = 2;

/**
 * Tells an entry that its publisher moved and edited from another story under an id that was used before. In doubt it
 * is another story: an article too many is put beside its copy later, one that was overwritten is lost.
 */
export function isSameStory(before: ToldItem, after: ToldItem): boolean {
  const [old, current] = [wordsOf(before), wordsOf(after)];
  const shared = [...current].filter((word) => old.has(word)).length;
  const share = shared / Math.max(1, Math.min(old.size, current.size));
  return sharesNumber(before.url, after.url) || (shared >= SHARED_MIN && share >= SHARE_MIN);
}

function sharesNumber(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b) || new URL(a).hostname !== new URL(b).hostname) return false;
  const numbers = new Set(a.match(NUMBER));
  return (b.match(NUMBER) ?? []).some((number) => numbers.has(number));
}

function wordsOf({ title, summary }: ToldItem): Set<string> {
  const said = `${title ?? ''} ${(summary ?? '').replace(/<[^>]{0,500}>/g, ' ').slice(0, CHARS_MAX)}`;
  const words =
    said
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= WORD_CHARS_MIN));
}

/** Words per shingle; four in a row are hardly ever the same by chance. */
const SHINGLE_WORDS = 4;
const TEXT_CHARS_MAX = 20_000;
/** Below so many shingles a text proves nothing. */
const SHINGLES_MIN = 12;
/** Share of the shorter one's shingles. A page's AMP and print forms have nearly all in common; a choice, not calibrated. */
const REPEATED_MIN = 0.7;

/** True where two texts are one but for what was cut, added or corrected. */
export function isSameText(a: string, b: string): boolean {
  const [first, second] = [shinglesOf(a), shinglesOf(b)];
  const smaller = Math.min(first.size, second.size);
  if (smaller < SHINGLES_MIN) return false;
  return [...first].filter((shingle) => second.has(shingle)).length >= smaller * REPEATED_MIN;
}

function shinglesOf(text: string): Set<string> {
  const words =
    text
      .slice(0, TEXT_CHARS_MAX)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const starts = words.slice(0, Math.max(0, words.length - SHINGLE_WORDS + 1));
  return new Set(starts.map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(' ')));
}
