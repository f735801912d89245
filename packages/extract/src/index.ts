export * from './extract-article.ts';
export * from './extract-error.ts';
export * from './fragment-text.ts';
