/** Something that is known to have happened, against which a replay is judged. */
export interface Happening {
  readonly id: string;
  /** Id of the watch's category that should find it. */
  readonly category: string;
  /** Day on which it became known, `YYYY-MM-DD`, in the watch's zone. */
  readonly date: string;
  /** ISO 3166-1 alpha-2: only a signal of this country is of it. */
  readonly country?: string;
  /** Only an article with one of these in headline or text is of it; case and accents don't matter. */
  readonly terms?: readonly string[];
  /** Ids of actors of the watch: only a signal with one of them is of it. */
  readonly actors?: readonly string[];
}
