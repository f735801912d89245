// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;

/**
 * The same value with no string in it that JSON, XML or a database refuses: control characters and halves of
 * surrogate pairs are dropped, however they came in (bytes, references, JSON's escapes, base64).
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '') as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)])) as T;
}
