/** A longer first sentence is a list or a text without full stops. */
const LEAD_CHARS_MAX = 320;
/** Shorter ones are datelines, bylines and exclamations. */
const LEAD_CHARS_MIN = 40;
const SENTENCES_TRIED = 3;
/** As much of a text as can hold the lead. */
const HEAD_CHARS = 2_000;

/**
 * The sentence with which a text begins, verbatim, or `''` when it begins with none that can stand alone.
 *
 * @param lang BCP 47; null: the rules of no language in particular
 */
export function leadSentence(text: string, lang: string | null): string {
  const paragraphs = text.slice(0, HEAD_CHARS).split(/\n+/).slice(0, SENTENCES_TRIED);
  for (const paragraph of paragraphs) {
    const [first = ''] = [...segmenter(lang).segment(paragraph)].map(({ segment }) => segment.trim());
    if (first.length >= LEAD_CHARS_MIN && first.length <= LEAD_CHARS_MAX && /[.!?…”"»)]$/u.test(first))
      return first;
  }
  return '';
}

function segmenter(lang: string | null): Intl.Segmenter {
  const known = lang !== null && /^[a-z]{2,3}$/i.test(lang);
  return new Intl.Segmenter(known ? lang : 'und', { granularity: 'sentence' });
}
