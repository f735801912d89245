import { cleanHtml } from '../text/clean-html.ts';

const TAG = /<[a-z]/i;
const ACTIVE_TAG =
  /<(?:script|style|iframe|frame|object|embed|applet|svg|math|link|meta|base|form|template)\b/i;
const ACTIVE_ATTRIBUTE =
  /[\s/"'](?:on[a-z]{3,30}|srcdoc|style|href|src|action|formaction|xlink:href)\s{0,20}=|javascript:/i;

/** A text of the wire: what it says, whether as HTML, and the base of the addresses in it. */
export interface Markup {
  readonly value: string;
  readonly html: boolean;
  readonly base: string | null;
}

/** As the model has it: HTML cleaned and its addresses resolved, text as it is, emptiness null. */
export function toModelText(markup: Markup | null, base: string | null): string | null {
  if (!markup) return null;
  const html = markup.html || isActive(markup.value);
  const text = html ? cleanHtml(markup.value, markup.base ?? base) : markup.value;
  return text.trim() || null;
}

/** Text that would run, load or post something if somebody took it for HTML: it is cleaned as if it were. */
function isActive(text: string): boolean {
  return TAG.test(text) && (ACTIVE_TAG.test(text) || ACTIVE_ATTRIBUTE.test(text));
}
