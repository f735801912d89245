import { describe, expect, it } from 'vitest';
import { messageId } from './message-id.ts';

const EDITION = ['my-watch:2026-03-10', '2026-03-10T12:00:00.000Z', 'analyst@example.org'] as const;

describe('a Message-ID', () => {
  it('is the same for the same edition and recipient', () => {
    expect(messageId(...EDITION)).toBe(messageId(...EDITION));
    expect(messageId(...EDITION)).toMatch(/^my-watch\.2026-03-10\.[0-9a-f]{24}@aftermath$/);
  });

  it.each([
    { what: 'edition', edition: 'my-watch:2026-03-11' },
    { what: 'moment it was built', builtAt: '2026-03-10T12:00:01.000Z' },
    { what: 'recipient', recipient: 'other@example.org' },
  ])(
    'is another for another $what',
    ({ edition = EDITION[0], builtAt = EDITION[1], recipient = EDITION[2] }) => {
      expect(messageId(edition, builtAt, recipient)).not.toBe(messageId(...EDITION));
    },
  );

  it('is one word of a header, whatever the edition is called', () => {
    expect(messageId('a b\r\nBcc: <x@y>', '', '')).toMatch(/^[A-Za-z0-9.-]+@aftermath$/);
  });
});
