import { describe, expect, it } from 'vitest';
import { messageId } from './message-id.ts';

const EDITION = ['my-watch:2026-03-10', '2026-03-10T12:00:00.000Z', 'analyst@example.org'] as const;

describe('a Message-ID', () => {
  it('is the same for the same edition and recipient', () => {
    expect(messageId(...EDITION)).toBe(messageId(...EDITION));
    expect(messageId(...EDITION)).toMatch(/^my-watch\.2026-03-10\.[0-9a-f]{24}@aftermath$/);
  });

  it.each([
    ['edition', ['my-watch:2026-03-11', EDITION[1], EDITION[2]]],
    ['moment it was built', [EDITION[0], '2026-03-10T12:00:01.000Z', EDITION[2]]],
    ['recipient', [EDITION[0], EDITION[1], 'other@example.org']],
  ] as const)('is another for another %s', (_what, other) => {
    expect(messageId(...other)).not.toBe(messageId(...EDITION));
  });

  it('is one word of a header, whatever the edition is called', () => {
    expect(messageId('a b\r\nBcc: <x@y>', '', '')).toMatch(/^[A-Za-z0-9.-]+@aftermath$/);
  });
});
