/** The largest of the pages that were measured has 3 MB; past this it is no article. */
export const PAGE_BYTES_MAX = 8 * 1024 * 1024;

/** Browsers nest 512; half of that is ten times what articles have, and walks of nested tables take a quarter. */
export const DEPTH_MAX = 256;

/** Elements and pieces of text. A long article with 5,000 comments has about 120,000. */
export const NODES_MAX = 250_000;
