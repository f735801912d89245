/**
 * Month names by language, January first, as feeds write them; matched by their first letters after accents
 * are taken off, so that `sept.`, `déc` and `Marzo` need no row of their own.
 */
const MONTHS: readonly (readonly string[])[] = [
  [
    'january',
    'enero',
    'janeiro',
    'janvier',
    'januar',
    'gennaio',
    'januari',
    'janner',
    'ian',
    'ιαν',
    'января',
    'ene',
  ],
  [
    'february',
    'febrero',
    'fevereiro',
    'fevrier',
    'februar',
    'febbraio',
    'februari',
    'feb',
    'φεβ',
    'februar',
    'февраля',
    'fev',
  ],
  ['march', 'marzo', 'marco', 'mars', 'marz', 'maart', 'marcius', 'mrt', 'μαρ', 'μαι', 'марта'],
  ['april', 'abril', 'avril', 'aprile', 'aprilis', 'απρ', 'апреля', 'abr', 'avr'],
  ['may', 'mayo', 'maio', 'mai', 'maggio', 'mei', 'majus', 'μαϊ', 'μαΐ', 'мая', 'mag', 'maj'],
  ['june', 'junio', 'junho', 'juin', 'juni', 'giugno', 'junius', 'ιουν', 'июня', 'giu'],
  ['july', 'julio', 'julho', 'juillet', 'juli', 'luglio', 'julius', 'ιουλ', 'июля', 'lug', 'juil'],
  ['august', 'agosto', 'aout', 'augustus', 'augusztus', 'αυγ', 'августа', 'ago'],
  [
    'september',
    'septiembre',
    'setiembre',
    'setembro',
    'septembre',
    'settembre',
    'szeptember',
    'σεπ',
    'сентября',
    'set',
    'sept',
  ],
  [
    'october',
    'octubre',
    'outubro',
    'octobre',
    'oktober',
    'ottobre',
    'oktober',
    'οκτ',
    'октября',
    'out',
    'ott',
    'okt',
  ],
  ['november', 'noviembre', 'novembro', 'novembre', 'νοε', 'ноября', 'nov'],
  ['december', 'diciembre', 'dezembro', 'decembre', 'dezember', 'dicembre', 'δεκ', 'декабря', 'dic', 'dez'],
];

const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [fold(name), index + 1] as const)),
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
