export * from './articles.ts';
export * from './editions.ts';
export * from './ledger.ts';
export * from './signals.ts';
export * from './source-looks.ts';
export * from './tasks.ts';
export * from './watches.ts';
