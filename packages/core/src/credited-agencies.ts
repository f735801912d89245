/** News agencies by the names they are credited with; the key is what is shown. */
const AGENCIES: Readonly<Record<string, readonly string[]>> = {
  ABI: ['ABI', 'Agencia Boliviana de Información'],
  AFP: ['AFP', 'Agence France-Presse', 'Agence France Presse'],
  'Agência Brasil': ['Agência Brasil'],
  'Agência O Globo': ['Agência O Globo'],
  Anadolu: ['Anadolu', 'Anadolu Agency', 'Agencia Anadolu'],
  Andina: ['Andina', 'Agencia Andina'],
  ANSA: ['ANSA'],
  AP: ['AP', 'Associated Press', 'The Associated Press'],
  AVN: ['AVN', 'Agencia Venezolana de Noticias'],
  Bloomberg: ['Bloomberg', 'Bloomberg News'],
  'Canadian Press': ['The Canadian Press', 'Canadian Press'],
  Colprensa: ['Colprensa'],
  dpa: ['DPA', 'dpa', 'Deutsche Presse-Agentur'],
  EFE: ['EFE', 'Agencia EFE'],
  'Estadão Conteúdo': ['Estadão Conteúdo', 'Estadao Conteudo'],
  'Europa Press': ['Europa Press', 'EuropaPress', 'EP'],
  Folhapress: ['Folhapress'],
  IANS: ['IANS'],
  Interfax: ['Interfax'],
  Kyodo: ['Kyodo', 'Kyodo News'],
  Lusa: ['Lusa', 'Agência Lusa'],
  Notimex: ['Notimex'],
  'PA Media': ['PA Media', 'Press Association'],
  'Prensa Latina': ['Prensa Latina'],
  PTI: ['PTI', 'Press Trust of India'],
  Reuters: ['Reuters', 'Thomson Reuters'],
  'RIA Novosti': ['RIA Novosti'],
  Sputnik: ['Sputnik'],
  TASS: ['TASS'],
  Télam: ['Télam', 'Telam'],
  UPI: ['UPI', 'United Press International'],
  Xinhua: ['Xinhua'],
  Yonhap: ['Yonhap', 'Yonhap News Agency'],
};

const BY_NAME = new Map(
  Object.entries(AGENCIES).flatMap(([agency, names]) => names.map((name) => [name.toLowerCase(), agency])),
);
const NAMES = Object.values(AGENCIES)
  .flat()
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');
/** One or several: `EFE`, `AFP y Reuters`, `AP/EFE`. */
const LIST = `(?:${NAMES})(?:(?:\\s*[,/|-]\\s*|\\s+(?:and|y|e)\\s+)(?:${NAMES}))*`;

/**
 * Where agencies are credited: a dateline, the end, and the words with which papers thank them. Names in running text
 * are no credit: "Reuters reported" tells of whom the paper read, not whose text it prints. Every quantifier is bounded.
 */
const CREDITS: readonly RegExp[] = [
  // BOGOTA, Jan 5 (Reuters) - … / Bogotá, 5 ene (EFE).- … / (AP) —
  new RegExp(`^[^\\n(]{0,80}\\(\\s*(${LIST})\\s*\\)\\s*\\.?\\s*[-–—:.]`, 'u'),
  // AFP - … / EFE.- …
  new RegExp(`^\\s*(${LIST})\\s*\\.?\\s*[-–—]\\s`, 'u'),
];
const END_CREDITS: readonly RegExp[] = [
  new RegExp(`(?:©|\\(c\\)|copyright)\\s*(?:\\d{4}\\s*)?(${LIST})`, 'giu'),
  new RegExp(
    `(?:with (?:information|files|reporting) from|con información (?:de(?: la)?|suministrada por)|com informações d[ao]s?|source|fuente|fonte|agencias?|agências?)\\s*:?\\s*(?:the |la |a |o )?(${LIST})(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  // The last line, alone or in brackets.
  new RegExp(`(?:^|\\n|[.!?”"»]\\s)\\s*[(\\[—–-]?\\s*(${LIST})\\s*[)\\]]?\\s*\\.?\\s*$`, 'gu'),
];
/** The house style of one agency's last line. */
const REUTERS_END =
  /\(?\b(?:Reporting|Writing) by [^\n]{3,200}?[;.)]\s*(?:Editing by|Additional reporting by)/u;

const HEAD_CHARS = 240;
const TAIL_CHARS = 600;

/**
 * The agencies that an article credits, in their usual names, sorted. Pure; time doesn't grow with the text.
 *
 * @param authors as the page or feed names them: an agency is one as well
 */
export function creditedAgencies(text: string, authors: readonly string[] = []): string[] {
  const head = text.slice(0, HEAD_CHARS);
  const tail = text.slice(-TAIL_CHARS);
  const lists = [
    ...CREDITS.flatMap((credit) => credit.exec(head)?.[1] ?? []),
    ...END_CREDITS.flatMap((credit) => [...tail.matchAll(credit)].map(([, list = '']) => list)),
    ...(REUTERS_END.test(tail) ? ['Reuters'] : []),
    ...authors.slice(0, 10).filter((author) => author.length <= 80),
  ];
  const names = lists.flatMap((list) => list.split(/\s*[,/|]\s*|\s+(?:and|y|e)\s+|\s+-\s+/u));
  const agencies = names.flatMap((name) => BY_NAME.get(name.trim().toLowerCase()) ?? []);
  return [...new Set(agencies)].sort();
}
