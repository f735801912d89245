/** Start of the message: field 1 is 19, then field 4, a string. */
const START = '\x08\x13\x22';

/**
 * The address inside a link of Google News, where it is inside: the path holds a protobuf message in base64url
 * whose field 4 was the address. Since 2024 most hold an opaque token instead: null for those.
 */
export function googleNewsTarget(url: URL): string | null {
  if (url.hostname !== 'news.google.com') return null;
  const encoded = /^\/(?:rss\/)?articles\/([\w-]+)/.exec(url.pathname)?.[1];
  if (encoded === undefined || encoded.length % 4 === 1) return null;
  const message = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  if (!message.startsWith(START)) return null;
  const low = message.charCodeAt(START.length);
  // A length over 127 takes two bytes, seven bits each (protobuf's varint).
  const long = low > 127;
  const length = long ? (low & 127) | (message.charCodeAt(START.length + 1) << 7) : low;
  const start = START.length + (long ? 2 : 1);
  const target = message.slice(start, start + length);
  return /^https?:\/\/[\x21-\x7e]+$/.test(target) ? target : null;
}
