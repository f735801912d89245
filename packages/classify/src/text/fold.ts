const MARKS = /\p{M}+/gu;
const ASCII = /^[\x20-\x7e]*$/;

/** Without accents and other marks, case kept: `Bogotá` → `Bogota`. */
export function stripMarks(word: string): string {
  return ASCII.test(word) ? word : word.normalize('NFD').replace(MARKS, '');
}

/** The form words are compared in: without accents, in lower case. */
export function fold(word: string): string {
  return stripMarks(word).toLowerCase();
}

export function startsWithCapital(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}
