import { composeMail } from './compose-mail.ts';
import type { DeliveryOutcome, DigestMessage } from './digest-message.ts';
import { SMTP_TIMES, type SmtpTimes, sendBySmtp } from './send-by-smtp.ts';
import { writeToOutbox } from './write-to-outbox.ts';

export interface MailerOptions {
  /** `smtp://user:password@host:port`, `smtps://` for TLS from the first byte; null: the outbox folder. */
  readonly smtp: string | null;
  readonly outboxDir: string;
  readonly from: string;
  /** For tests of servers that fall silent. */
  readonly times?: SmtpTimes;
}

export interface Mailer {
  /** True when sending the same message again changes nothing: a file in the outbox. */
  readonly repeatable: boolean;
  /** Never throws for what a server does: that is the outcome. */
  send(message: DigestMessage): Promise<DeliveryOutcome>;
}

/** Sends digests by SMTP, or writes them to the outbox folder when no server is configured. */
export function createMailer({ smtp, outboxDir, from, times = SMTP_TIMES }: MailerOptions): Mailer {
  if (smtp === null)
    return {
      repeatable: true,
      send: (message) => writeToOutbox(outboxDir, message.messageId, composeMail(from, message)),
    };
  return { repeatable: false, send: (message) => sendBySmtp(smtp, composeMail(from, message), times) };
}
