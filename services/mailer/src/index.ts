export { editionKey } from './build-edition.ts';
export * from './run.ts';
