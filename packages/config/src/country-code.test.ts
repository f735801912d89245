import { describe, expect, it } from 'vitest';
import { countryMistake, languageMistake } from './country-code.ts';

describe('countryMistake', () => {
  it.each(['VE', 'CO', 'TT', 'GB', 'CW', 'XX', 'XA'])('takes %s', (code) => {
    expect(countryMistake(code)).toBeNull();
  });

  it.each([
    ['UK', 'UK is no ISO 3166-1 code: did you mean GB (United Kingdom)?'],
    ['SU', 'SU is no ISO 3166-1 code: did you mean RU (Russia)?'],
    ['EU', 'EU is no ISO 3166-1 code (XX: international)'],
    ['AB', 'AB is no ISO 3166-1 code (XX: international)'],
    ['ve', 'must be an ISO 3166-1 code of two capitals, such as CO (XX: international): VE?'],
    ['VEN', 'must be an ISO 3166-1 code of two capitals, such as CO (XX: international)'],
    ['', 'must be an ISO 3166-1 code of two capitals, such as CO (XX: international)'],
  ])('refuses %s and says what to write', (code, message) => {
    expect(countryMistake(code)).toBe(message);
  });
});

describe('languageMistake', () => {
  it.each(['es', 'pt', 'en', 'fr', 'gn'])('takes %s', (code) => {
    expect(languageMistake(code)).toBeNull();
  });

  it.each([
    ['Spanish', 'must be a language code of small letters, such as es'],
    ['xx', 'xx is no language code: write es, en, pt, fr …'],
  ])('refuses %s', (code, message) => {
    expect(languageMistake(code)).toBe(message);
  });
});
