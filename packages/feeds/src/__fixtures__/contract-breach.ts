/** Fields that hold an address. */
const URLS: ReadonlySet<string> = new Set(['url', 'link', 'siteUrl']);
/** Fields that hold an instant. */
const INSTANTS: ReadonlySet<string> = new Set(['publishedAt', 'updatedAt']);
/** What comes out may be larger than what went in, by defaults, resolved addresses and what items inherit. */
const GROWTH_MAX = 100;
const GROWTH_CHARS = 20_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be absent
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/u;

/**
 * What of a document breaks the contract that those who store and show it rely on, or null: only what JSON has,
 * no text that a database refuses, addresses absolute and of the web, instants as ISO 8601 in UTC, no script, and no
 * more of it than the input's size allows.
 */
export function contractBreach(document: unknown, bytes: number): string | null {
  const chars = { count: 0 };
  return (
    breachIn(document, '', chars) ??
    (chars.count > bytes * GROWTH_MAX + GROWTH_CHARS ? `${chars.count} characters of ${bytes} bytes` : null)
  );
}

function breachIn(value: unknown, field: string, chars: { count: number }): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${field} is ${value}`;
  if (typeof value === 'string') {
    chars.count += value.length;
    return breachInText(value, field);
  }
  if (typeof value !== 'object') return `${field} is ${typeof value}`;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return `${field} is no plain object`;
  for (const [key, inner] of Object.entries(value)) {
    const breach = breachIn(inner, Array.isArray(value) ? field : key, chars);
    if (breach !== null) return breach;
  }
  return null;
}

function breachInText(text: string, field: string): string | null {
  if (UNSTORABLE.test(text)) return `${field} can't be stored: ${JSON.stringify(text)}`;
  if (URLS.has(field) && !(/^https?:\/\//i.test(text) && URL.canParse(text))) return `${field} is no web address: ${text}`;
  if (INSTANTS.has(field) && !isInstant(text)) return `${field} is no instant: ${text}`;
  if (/^(?:summary|content)$/.test(field) && /<script[\s/>]/i.test(text)) return `${field} has a script: ${text}`;
  return null;
}

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
