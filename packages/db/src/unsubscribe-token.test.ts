import { describe, expect, it } from 'vitest';
import { readSubscription, signSubscription } from './unsubscribe-token.ts';

const subscription = { watchId: 'my-watch', recipient: 'ana.ñ@example.org' };
const token = signSubscription('secret', subscription);

describe('a token to unsubscribe', () => {
  it('says whose mail of which watch, and fits in an address', () => {
    expect(readSubscription('secret', token)).toEqual(subscription);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
  });

  const [body = '', mac = ''] = token.split('.');
  const other = Buffer.from(JSON.stringify(['my-watch', 'victim@example.org'])).toString('base64url');
  it.each([
    ['another secret', 'other', token],
    ['another recipient', 'secret', `${other}.${mac}`],
    ['no signature', 'secret', body],
    ['half a signature', 'secret', `${body}.${mac.slice(0, 20)}`],
    ['a third part', 'secret', `${token}.x`],
    ['nothing', 'secret', ''],
    ['very much', 'secret', 'x'.repeat(100_000)],
  ])('is refused with %s', (_what, secret, forged) => {
    expect(readSubscription(secret, forged)).toBeNull();
  });
});
