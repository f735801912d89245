import { Failure, RetryFailure } from '@aftermath/core';

/** What went wrong below HTTP, in words: it may pass, so it is tried again. */
export function networkFailure(error: unknown, url: string): Failure {
  if (error instanceof Failure) return error;
  const cause = error as NodeJS.ErrnoException & { cause?: unknown };
  if (cause.cause instanceof Failure) return cause.cause;
  const code = cause.code ?? cause.name ?? '';
  const host = new URL(url).host;
  const [, name, words] = MEANINGS.find(([pattern]) => pattern.test(code)) ?? OTHER;
  return new RetryFailure(name, `${host}: ${words} (${cause.message})`, { cause: error });
}

type Meaning = readonly [codes: RegExp, name: string, words: string];

const OTHER: Meaning = [/./, 'network', 'the connection failed'];

const MEANINGS: readonly Meaning[] = [
  [/ENOTFOUND|ENODATA/, 'dns-not-found', 'there is no such host'],
  [/EAI_AGAIN|ESERVFAIL|ETIMEOUT/, 'dns-failed', 'its name could not be resolved'],
  [
    /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|ERR_TLS|EPROTO/,
    'tls-failed',
    'its certificate or encryption is not in order',
  ],
  [/TIMEOUT|TimeoutError|ETIMEDOUT/i, 'timeout', 'it took too long'],
  [/ECONNREFUSED/, 'connection-refused', 'nothing answers there'],
  [/ECONNRESET|UND_ERR_SOCKET|EPIPE/, 'connection-lost', 'the connection was cut'],
  [/HEADERS_OVERFLOW|HPE_/, 'bad-http', 'what it sends is not HTTP'],
];
