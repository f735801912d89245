import type { EditionDocument } from '@aftermath/core';
import { render } from '@react-email/render';
import { DigestMail } from './digest-mail.tsx';
import { digestText } from './digest-text.ts';
import { digestView } from './digest-view.ts';

export interface RenderedEdition {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly json: string;
}

/** Renders an edition in its three forms. Reads nothing but its argument: the same edition gives the same bytes. */
export async function renderEdition(document: EditionDocument): Promise<RenderedEdition> {
  const view = digestView(document);
  const html = await render(<DigestMail view={view} />);
  return {
    subject: view.subject,
    html: `${html}\n`,
    text: digestText(view),
    json: `${JSON.stringify(document, null, 2)}\n`,
  };
}
