/**
 * Caps on what one feed may cost. Chosen on 340 captured news feeds, whose largest had 2.6 MB, some hundreds
 * of items and markup 30 deep: each cap leaves at least a factor of ten above that, and keeps the worst case
 * in memory to a small multiple of the input.
 */
export const LIMITS = {
  /** Largest input, in bytes after decompression. */
  bytesMax: 32 * 1024 * 1024,
  /** The same of JSON, which takes ten times its size once it is read. */
  jsonCharsMax: 12 * 1024 * 1024,
  /** Elements deeper than this are dropped, their text kept. */
  depthMax: 256,
  /** Elements kept in one document; further ones are dropped, their text kept. */
  elementsMax: 400_000,
  attributesMax: 64,
  /** Attributes kept in one document; further ones are dropped. */
  attributesTotalMax: 400_000,
  attributeCharsMax: 16_384,
  /** Longest text of one field, in UTF-16 code units. */
  textCharsMax: 1024 * 1024,
  itemsMax: 10_000,
  /** Of a list page, which a person reads. */
  listItemsMax: 1000,
  /** Authors, categories and enclosures of one item. */
  listMax: 200,
  /** Longest name of an author or category. */
  nameCharsMax: 500,
  /** Characters of authors or categories that an item may have from its feed: each item repeats them. */
  inheritedCharsMax: 1000,
  /** Longest base of relative addresses, which every one of them repeats. */
  baseCharsMax: 500,
  /** Characters that entities declared by the document may add to it, all in all. */
  entityCharsMax: 65_536,
} as const;
