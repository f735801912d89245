export * from './article.ts';
export * from './clock.ts';
export * from './edition.ts';
export * from './failure.ts';
export * from './feed.ts';
export * from './signal.ts';
export * from './watch.ts';
