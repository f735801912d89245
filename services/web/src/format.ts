/** A moment as the reader's own locale and zone write it; unknown when there is none. */
export function moment(iso: string | null): string {
  if (iso === null) return 'date unknown';
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** How long ago, or how far ahead, in the largest unit that fits. */
export function distance(iso: string | null, now: number): string {
  if (iso === null) return 'never';
  const seconds = (new Date(iso).getTime() - now) / 1_000;
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ??
    UNITS[UNITS.length - 1] ?? ['second', 1];
  return format.format(Math.round(seconds / size), unit);
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

export const STATUS_WORDS: Readonly<Record<string, string>> = {
  'carried-out': 'carried out',
  announced: 'announced',
  'called-for': 'called for',
  denied: 'denied',
};
