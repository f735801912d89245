import { composeMail } from './compose-mail.ts';
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

export interface DigestMessage {
  /** Stable for one edition and recipient, see `messageId`. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The watch's id: mail programs sort and thread by it. */
  readonly listId: string;
  /** Where one POST ends the subscription (RFC 8058); https. */
  readonly listUnsubscribe?: string;
  readonly date: Date;
}

/** What became of a mail. `unknown`: all of it was handed over, and the answer was never heard (RFC 1047). */
export type DeliveryOutcome =
  | { readonly state: 'accepted'; readonly response: string }
  | {
      readonly state: 'rejected';
      readonly permanent: boolean;
      readonly code: string;
      readonly response: string;
    }
  | { readonly state: 'unknown'; readonly reason: string };

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
