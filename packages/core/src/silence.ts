import { addDays, daysBetween } from './local-time.ts';

/** On which of the last days a source could be read. */
export interface HeardSource {
  readonly title: string;
  /** ISO 3166-1 alpha-2, `XX`: international; `''`: not known. */
  readonly country: string;
  /** A `1` for each day with a look that succeeded, else `0`; the last one is the edition's date. */
  readonly days: string;
}

export interface CountryCoverage {
  readonly country: string;
  readonly listening: number;
  readonly sources: number;
}

/**
 * What can be said of a category of which nothing came: nothing was reported by those we listened to (`silent`), or
 * too few were listened to for that (`unknown`).
 */
export interface Silence {
  readonly state: 'seen' | 'silent' | 'unknown';
  /** Local date since which nothing was seen: of the last signal, or from when we listened; null: seen. */
  readonly since: string | null;
  readonly days: number;
  /** Sources that could be read all the while, of all. */
  readonly listening: number;
  readonly sources: number;
  /** Countries about which silence is not established: most of their own sources could not be read. */
  readonly deaf: readonly CountryCoverage[];
}

export interface Quiet {
  readonly date: string;
  /** True when the edition reports the category. */
  readonly seen: boolean;
  readonly lastSeen: string | null;
  readonly listeningSince: string;
  readonly heard: readonly HeardSource[];
}

/** A source listened to a period when it was heard on this share of its days: a day's outage in four loses little, since feeds keep their items for days. */
const DAYS_SHARE_MIN = 0.75;
/** Silence stands on this share of the sources. */
const SOURCES_SHARE_MIN = 0.8;
/** Silence of a country stands on more than this share of its own sources. */
const COUNTRY_SHARE_ABOVE = 0.5;

/** The rule that tells the three states apart. Pure; the periods end with the edition's date. */
export function judgeSilence({ date, seen, lastSeen, listeningSince, heard }: Quiet): Silence {
  const since = lastSeen ?? listeningSince;
  // The day of the last signal was not silent; the first day of listening was.
  const days = Math.max(1, daysBetween(lastSeen === null ? addDays(since, -1) : since, date));
  const heardAll = heard.filter((source) => listened(source, days));
  const counts = { listening: heardAll.length, sources: heard.length };
  if (seen) return { state: 'seen', since: null, days: 0, ...counts, deaf: [] };
  const enough = heard.length > 0 && heardAll.length >= heard.length * SOURCES_SHARE_MIN;
  return { state: enough ? 'silent' : 'unknown', since, days, ...counts, deaf: deafCountries(heard, days) };
}

/** Heard on most days, and lately: one that fell silent yesterday tells nothing of today. */
function listened({ days }: HeardSource, period: number): boolean {
  const of = days.slice(-period);
  const heard = [...of].filter((day) => day === '1').length;
  return heard > 0 && heard >= of.length * DAYS_SHARE_MIN && days.slice(-2).includes('1');
}

function deafCountries(heard: readonly HeardSource[], days: number): CountryCoverage[] {
  const countries = [...new Set(heard.map(({ country }) => country))].filter(
    (country) => country !== '' && country !== 'XX',
  );
  return countries
    .sort()
    .map((country) => {
      const own = heard.filter((source) => source.country === country);
      const listening = own.filter((source) => listened(source, days)).length;
      return { country, listening, sources: own.length };
    })
    .filter(({ listening, sources }) => listening <= sources * COUNTRY_SHARE_ABOVE);
}
