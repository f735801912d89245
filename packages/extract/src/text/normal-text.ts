/** Control characters but tab and line ends (Postgres refuses the first of them), and what Unicode has set aside. */
const CONTROLS = /(?![\t\n\r\u0085])\p{Cc}|[\ufdd0-\ufdef\ufffe\uffff]/gu;
/** Soft hyphens and zero-width marks that break words only to the eye of a program. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** One line of clean text: no control characters, no lone surrogates, single spaces. */
export function normalLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** The same with its line breaks kept; never two in a row. */
export function normalLines(text: string): string {
  return clean(text)
    .split(/\s*\n\s*/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function clean(text: string): string {
  return text.replace(CONTROLS, '').replace(INVISIBLE, '').toWellFormed();
}
