export interface DigestMessage {
  /** Stable for one edition and recipient, see `messageId`. */
  readonly messageId: string;
  /** Of the thread that the mail belongs to, see `threadId`. */
  readonly threadId?: string;
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
      /** The server has no such mailbox, or no longer: mail to it is refused whatever it says. */
      readonly mailboxGone: boolean;
      readonly code: string;
      readonly response: string;
    }
  | { readonly state: 'unknown'; readonly reason: string };
