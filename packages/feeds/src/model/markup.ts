import { cleanHtml } from '../text/clean-html.ts';

/** A text of the wire: what it says, whether as HTML, and the base of the addresses in it. */
export interface Markup {
  readonly value: string;
  readonly html: boolean;
  readonly base: string | null;
}

/** As the model has it: HTML cleaned and its addresses resolved, text as it is, emptiness null. */
export function toModelText(markup: Markup | null, base: string | null): string | null {
  if (!markup) return null;
  const text = markup.html ? cleanHtml(markup.value, markup.base ?? base) : markup.value;
  return text.trim() || null;
}
