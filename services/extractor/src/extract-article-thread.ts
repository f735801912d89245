import { extractArticle } from '@aftermath/extract';

export interface ExtractInput {
  readonly html: Uint8Array | string;
  readonly url: string;
  readonly contentType: string | null;
}

/** Runs in a worker thread: a page made to hang costs that thread its deadline, and nothing else. */
export default ({ html, url, contentType }: ExtractInput) => extractArticle(html, { url, contentType });
