/** The load of the bench `pull`. */
export const FEEDS = 500;
export const ITEMS = 30;
/** Of one feed, about. */
export const FEED_BYTES = 60_000;
/** Feeds that each peer fetches at a time. */
export const PEER_JOBS = 8;
