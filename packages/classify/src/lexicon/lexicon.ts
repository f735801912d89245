/** Lists that a query names with @: words for an office or a kind of people, in the phrases of the category language. */
export const LEXICON_LISTS = [
  'government',
  'official',
  'body',
  'legislature',
  'court',
  'police',
  'military',
  'criminal',
  'vessel',
  'force',
  'claim',
  'people',
] as const;
export type LexiconList = (typeof LEXICON_LISTS)[number];

/** Phrases of one language by list, separated by semicolons. */
export type Lexicon = Readonly<Record<LexiconList, string>>;
