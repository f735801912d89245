/** Hashes are 30 bits wide, so that V8 keeps them as small integers and JSON keeps them short. */
const MASK = 0x3fff_ffff;

/** FNV-1a over UTF-16 code units, then mixed. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the hash. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & MASK;
}

/** A hash that depends on the order of its parts. */
export function combine(first: number, second: number): number {
  return mix(Math.imul(first, 31) ^ (second + 0x9e3779b9));
}

/** Short text for a database key: 60 bits from the parts' hashes. */
export function keyOf(prefix: string, parts: readonly number[]): string {
  const low = parts.reduce(combine, 1);
  const high = parts.reduce(combine, 2);
  return prefix + low.toString(36) + high.toString(36);
}
