/** A sentence with what it asserts. */
export interface TrainingRow {
  readonly lang: string;
  readonly text: string;
  /** Categories that it shows. */
  readonly labels: readonly string[];
  /** Categories that it neither shows nor surely doesn't: no example of either. */
  readonly unsure: readonly string[];
}
