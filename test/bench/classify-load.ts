/** The load of the bench `classify`. */
export const ARTICLES = 2_000;
export const WORDS = 600;
