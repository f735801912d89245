import { type ExtractOptions, extractArticle } from '@aftermath/extract';

export interface ExtractInput extends ExtractOptions {
  readonly html: Uint8Array | string;
}

/** Runs in a worker thread: a page made to hang costs that thread its deadline, and nothing else. */
export default ({ html, ...options }: ExtractInput) => extractArticle(html, options);
