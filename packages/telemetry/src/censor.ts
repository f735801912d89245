/** Names whose values never reach a log. */
const NAMES =
  'password|pass|secret|token|api_?key|access_token|authorization|cookie|connectionString|sig(?:nature)?';

/** Each is linear in the line, and never reads past the end of a JSON string. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // {"password":"hunter2"}, at any depth.
  [new RegExp(`("(?:${NAMES})":")(?:[^"\\\\]|\\\\.)*(?=")`, 'gi'), '$1[secret]'],
  // postgres://user:hunter2@host
  [/(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"\\:@/]{0,200}:)[^\s"\\@/]{1,500}@/gi, '$1[secret]@'],
  // https://host/feed?token=hunter2
  [new RegExp(`([?&](?:${NAMES}|key)=)[^\\s"\\\\&#]{1,2000}`, 'gi'), '$1[secret]'],
  // Authorization: Bearer hunter2
  [/\b(Bearer|Basic) [\w.~+/=-]{8,2000}/gi, '$1 [secret]'],
];

/** A line of JSON with the secrets taken out of it: fields by their names, and what looks like one in any text. */
export function censor(line: string): string {
  return SECRETS.reduce(
    (censored, [pattern, replacement]) => censored.replaceAll(pattern, replacement),
    line,
  );
}
