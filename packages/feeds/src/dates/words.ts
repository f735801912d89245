/**
 * Month names by language, January first, as feeds write them; matched by their first letters after accents
 * are taken off, so that `sept.`, `déc` and `Marzo` need no row of their own.
 */
const MONTHS: readonly string[] = [
  'january jan enero janeiro janvier januar gennaio januari janner január ιαν января',
  'february feb febrero fevereiro février februar febbraio februari φεβ февраля',
  'march mar marzo março mars märz maart március mrt μαρ марта',
  'april apr abril avril aprile április απρ апреля',
  'may mayo maio mai maggio mei május μαΐ мая',
  'june jun junio junho juin juni giugno június ιουν июня',
  'july jul julio julho juillet juli luglio július ιουλ июля',
  'august aug agosto août augustus augusztus αυγ августа',
  'september sep sept septiembre setiembre setembro septembre settembre szeptember σεπ сентября',
  'october oct octubre outubro octobre oktober ottobre október οκτ октября',
  'november nov noviembre novembro novembre νοε ноября',
  'december dec diciembre dezembro décembre dezember dicembre δεκ декабря',
];

const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name) => [fold(name), index + 1] as const)),
);

/** Three letters of a weekday, Sunday first, for checking an ambiguous day and month against. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['sun', 'dom', 'dim', 'son'],
  ['mon', 'lun', 'seg'],
  ['tue', 'mar', 'ter', 'die'],
  ['wed', 'mie', 'qua', 'mer', 'mit'],
  ['thu', 'jue', 'qui', 'jeu', 'don'],
  ['fri', 'vie', 'sex', 'ven', 'fre'],
  ['sat', 'sab', 'sam'],
];

/** Lower case without accents. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** 1 to 12 for a month's name or a beginning of it (three letters at least), else null. */
export function monthNumber(word: string): number | null {
  const known = MONTH_BY_NAME.get(word.toLowerCase());
  if (known !== undefined) return known;
  const folded = fold(word);
  const exact = MONTH_BY_NAME.get(folded);
  if (exact !== undefined) return exact;
  if (folded.length < 3) return null;
  for (const [name, month] of MONTH_BY_NAME) if (name.startsWith(folded)) return month;
  return null;
}

/** 0 (Sunday) to 6 for a weekday's name, else null. */
export function weekdayNumber(word: string): number | null {
  const letters = fold(word).slice(0, 3);
  const index = WEEKDAYS.findIndex((names) => names.includes(letters));
  return index < 0 ? null : index;
}
