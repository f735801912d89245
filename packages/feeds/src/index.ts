export { parseDate } from './dates/parse-date.ts';
export { FEED_ERROR_CODES, FeedError, type FeedErrorCode } from './feed-error.ts';
export { isWhole } from './is-whole.ts';
export { parseListPage } from './list/parse-list-page.ts';
export { type ParseFeedOptions, parseFeed } from './parse-feed.ts';
export { childrenToRead } from './sitemap/children-to-read.ts';
export { cleanHtml } from './text/clean-html.ts';
export { plainText } from './text/plain-text.ts';
