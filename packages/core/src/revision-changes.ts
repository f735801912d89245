import { diffArrays } from 'diff';

/** Paragraphs that stood in one place of a text, and those that stand there now. */
export interface TextChange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What differs between two texts of one article; null and none: the same. */
export interface RevisionChanges {
  readonly title: { readonly from: string; readonly to: string } | null;
  /** ISO 8601 UTC. Only a move that no time zone explains. */
  readonly publishedAt: { readonly from: string; readonly to: string } | null;
  /** In reading order; the first places only where there are very many. */
  readonly text: readonly TextChange[];
}

export interface RevisedText {
  readonly title: string;
  readonly text: string;
  /** ISO 8601 UTC or null. */
  readonly publishedAt: string | null;
}

/** A day and a half: pages give local days, and feeds the same moment in other zones. */
const REDATED_MS_MIN = 36 * 3_600_000;
/** Paragraphs added and removed up to which places are looked for; beyond, the text was replaced. */
const EDITS_MAX = 1_000;
/** What is kept is for people to read: the texts themselves are stored whole. */
const PLACES_MAX = 20;
const PARAGRAPHS_MAX = 20;
const PARAGRAPH_CHARS_MAX = 1_000;

/** What an edit changed; null when nothing. Time is bounded for texts of any size. */
export function revisionChanges(before: RevisedText, after: RevisedText): RevisionChanges | null {
  const title = before.title === after.title ? null : { from: before.title, to: after.title };
  const publishedAt = redated(before.publishedAt, after.publishedAt);
  const text = before.text === after.text ? [] : textChanges(before.text, after.text);
  return title === null && publishedAt === null && text.length === 0 ? null : { title, publishedAt, text };
}

/** True when nothing but the date is another: the publisher put the same article out again. */
export function isRepublication({ title, publishedAt, text }: RevisionChanges): boolean {
  return title === null && text.length === 0 && publishedAt !== null;
}

function redated(from: string | null, to: string | null): RevisionChanges['publishedAt'] {
  // A date that was lost or found tells of the reading, not of the article.
  if (from === null || to === null) return null;
  return Math.abs(Date.parse(to) - Date.parse(from)) >= REDATED_MS_MIN ? { from, to } : null;
}

function textChanges(before: string, after: string): TextChange[] {
  const [old, current] = [before.split('\n\n'), after.split('\n\n')];
  const parts = diffArrays(old, current, { maxEditLength: EDITS_MAX });
  if (parts === undefined) return [change(old, current)];
  const changes: TextChange[] = [];
  let removed: readonly string[] = [];
  for (const part of parts) {
    if (part.removed) {
      removed = part.value;
      continue;
    }
    if (part.added) changes.push(change(removed, part.value));
    else if (removed.length > 0) changes.push(change(removed, []));
    removed = [];
  }
  if (removed.length > 0) changes.push(change(removed, []));
  return changes.slice(0, PLACES_MAX);
}

function change(removed: readonly string[], added: readonly string[]): TextChange {
  return { removed: clipped(removed), added: clipped(added) };
}

function clipped(paragraphs: readonly string[]): string[] {
  return paragraphs
    .slice(0, PARAGRAPHS_MAX)
    .map((paragraph) => paragraph.slice(0, PARAGRAPH_CHARS_MAX).toWellFormed());
}
