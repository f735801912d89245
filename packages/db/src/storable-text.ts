/** PostgreSQL's text refuses NUL, and UTF-8 has no lone surrogates: both become U+FFFD, the rest stays. */
export function storableText(value: string): string {
  return value.toWellFormed().replaceAll('\0', '\uFFFD');
}
