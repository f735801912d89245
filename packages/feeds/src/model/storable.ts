// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;
/** Also true of whole pairs (emoji), which then cost a closer look. */
const SURROGATE = /[\ud800-\udfff]/;

/**
 * The same value with no string in it that JSON, XML or a database refuses: control characters and halves of
 * surrogate pairs are dropped, however they came in (bytes, references, JSON's escapes, base64).
 */
export function storable<T>(value: T): T {
  return isStorable(value) ? value : clean(value);
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !CONTROL.test(value) && !SURROGATE.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isStorable);
}

function clean<T>(value: T): T {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '') as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) as T;
}
