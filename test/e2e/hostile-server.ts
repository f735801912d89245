import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Answer = (response: ServerResponse, headers: IncomingHttpHeaders) => unknown;

export interface HostileServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** A loopback server that answers each path as it is told, however badly; other paths are not there. */
export async function startHostileServer(
  answers: (origin: string) => Readonly<Record<string, Answer>>,
): Promise<HostileServer> {
  const server = createServer((request, response) => {
    const answer = table[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else void answer(response, request.headers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const table = answers(origin);
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends a body at once. */
export function sends(body: string | Buffer, type: string, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(200, { 'content-type': type, ...headers }).end(body);
}

/** Answers with a status and nothing else. */
export function refuses(status: number, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(status, headers).end();
}

/** Sends a head and then this many bytes, for as long as they are taken, and tells how many were. */
export function streams(head: string, bytes: number, type: string): { answer: Answer; sent: () => number } {
  const piece = Buffer.alloc(65_536, ' ');
  let sent = 0;
  function* pieces() {
    yield Buffer.from(head);
    for (; sent < bytes; sent += piece.length) yield piece;
  }
  const answer: Answer = (response) => {
    response.writeHead(200, { 'content-type': type });
    // Hanging up is what the other side should do.
    return pipeline(Readable.from(pieces()), response).catch(() => undefined);
  };
  return { answer, sent: () => sent };
}
