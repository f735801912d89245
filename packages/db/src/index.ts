export * from './check-clock.ts';
export * from './content-hash.ts';
export * from './database.ts';
export { migrate } from './migrate.ts';
export { claimAddress, joinArticle } from './repositories/article-joins.ts';
export * from './repositories/articles.ts';
export * from './repositories/deliveries.ts';
export * from './repositories/edition-input.ts';
export * from './repositories/editions.ts';
export * from './repositories/exported-signals.ts';
export * from './repositories/ledger.ts';
export {
  findRevision,
  type NewRevision,
  type StoredRevision,
  storeRevision,
} from './repositories/revisions.ts';
export * from './repositories/settings.ts';
export * from './repositories/signals.ts';
export * from './repositories/source-checks.ts';
export * from './repositories/source-coverage.ts';
export * from './repositories/source-health.ts';
export * from './repositories/sources.ts';
export * from './repositories/steer-source.ts';
export * from './repositories/stopped-recipients.ts';
export * from './repositories/stories.ts';
export * from './repositories/tasks.ts';
export * from './repositories/watches.ts';
export type { TextOrigin } from './schema/index.ts';
export { readSubscription, signSubscription } from './unsubscribe-token.ts';
