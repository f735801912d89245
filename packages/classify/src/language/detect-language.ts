import { eld } from 'eld/small';

/** More text makes the answer slower, not better. */
const DETECT_UNITS_MAX = 600;

/** The language a text is written in, as ISO 639-1, or null where there is too little to tell. */
export function detectLanguage(text: string): string | null {
  const { language } = eld.detect(text.slice(0, DETECT_UNITS_MAX));
  return language === '' ? null : language;
}
