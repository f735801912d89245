/** The largest of the 645 pages of the extraction corpus has 1.6 MB. */
export const PAGE_BYTES_MAX = 8 * 1024 * 1024;

/** Half of what browsers nest: 30,000 tables in one another took 12 s at 512. */
export const DEPTH_MAX = 256;

/** Elements and pieces of text. An estimate of what a thread of 512 MiB bears, not calibrated further. */
export const NODES_MAX = 250_000;
