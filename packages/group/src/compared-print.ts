/** A fingerprint as far as it is compared: without its keys, and wherever its numbers are kept. */
export interface ComparedPrint {
  readonly lang: string | null;
  readonly sketch: { readonly minima: ArrayLike<number>; readonly size: number };
  readonly terms: {
    readonly hashes: ArrayLike<number>;
    readonly weights: ArrayLike<number>;
    readonly names: number;
  };
}
