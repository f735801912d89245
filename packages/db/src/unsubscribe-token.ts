import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whose mail of which watch. */
export interface Subscription {
  readonly watchId: string;
  readonly recipient: string;
}

/** Longer ones are none of ours: an address has 254 characters at most, a watch's id 64. */
const TOKEN_CHARS_MAX = 1_000;

/** A word that ends one subscription and nothing else; it needs no row, and holds for as long as the secret. */
export function signSubscription(secret: string, { watchId, recipient }: Subscription): string {
  const body = Buffer.from(JSON.stringify([watchId, recipient])).toString('base64url');
  return `${body}.${macOf(secret, body).toString('base64url')}`;
}

/** The subscription that a token was signed for, or null when it was not signed with this secret. */
export function readSubscription(secret: string, token: string): Subscription | null {
  const [body = '', mac = '', ...rest] = token.length <= TOKEN_CHARS_MAX ? token.split('.') : [];
  const given = Buffer.from(mac, 'base64url');
  const wanted = macOf(secret, body);
  if (rest.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const [watchId, recipient] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [
    string,
    string,
  ];
  return { watchId, recipient };
}

/** The prefix keeps the secret's other uses apart. */
function macOf(secret: string, body: string): Buffer {
  return createHmac('sha256', secret).update(`unsubscribe\0${body}`).digest();
}
