export type { ClassifyOptions } from './decide/classify-article.ts';
export { type Classifier, compileWatches } from './decide/compile-watches.ts';
export { detectLanguage } from './language/detect-language.ts';
export { QueryError, type QueryProblem } from './query/syntax.ts';
