const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Names that Unicode has and ISO 3166 gives to no country. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'QO', 'ZZ'];
/** User-assigned codes (ISO 3166-1, 8.1.3): XX is "international", XA to XZ also serve invented countries. */
const USER_ASSIGNED = /^X[A-Z]$/;

/** What is wrong with an ISO 3166-1 alpha-2 code, or null. The tables are those of the JavaScript engine (Unicode CLDR). */
export function countryMistake(code: string): string | null {
  if (!/^[A-Z]{2}$/.test(code)) {
    const capitals = code.toUpperCase();
    const meant = /^[A-Z]{2}$/.test(capitals) && countryMistake(capitals) === null ? `: ${capitals}?` : '';
    return `must be an ISO 3166-1 code of two capitals, such as CO (XX: international)${meant}`;
  }
  if (USER_ASSIGNED.test(code)) return null;
  const [canonical = ''] = Intl.getCanonicalLocales(`und-${code}`);
  const today = canonical.slice(-2);
  if (today !== code) return `${code} is no ISO 3166-1 code: did you mean ${today} (${regions.of(today)})?`;
  return regions.of(code) === undefined || NO_COUNTRIES.includes(code)
    ? `${code} is no ISO 3166-1 code (XX: international)`
    : null;
}

/** What is wrong with a language code (ISO 639, two or three letters), or null. */
export function languageMistake(code: string): string | null {
  if (!/^[a-z]{2,3}$/.test(code)) return 'must be a language code of small letters, such as es';
  return languages.of(code) === undefined ? `${code} is no language code: write es, en, pt, fr …` : null;
}
