import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@aftermath/core';
import { type Answer, answer, type Site } from './answer.ts';
import { readSampleData } from './sample-data.ts';

export interface SampleServerOptions {
  /** Day 0 of the sample: its UTC day is the day of the strike. */
  readonly anchor: Date;
  /** Decides what is out already; asked on every request. */
  readonly clock: Clock;
  /** 0: any free one. Keep it between starts: article addresses contain it. */
  readonly port: number;
  readonly host: '127.0.0.1';
}

export interface SampleServer {
  /** Without a trailing slash. */
  readonly url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Serves the sample's feeds and pages on the loopback interface.
 *
 * @throws when the port is taken (`EADDRINUSE`) or may not be listened on
 */
export async function startSampleServer(options: SampleServerOptions): Promise<SampleServer> {
  const { anchor, clock, port, host } = options;
  const sources = readSampleData();
  let site: Site = { sources, anchor, baseUrl: '' };
  const server = createServer((request, response) => respond(request, response, site, clock));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  site = { ...site, baseUrl: `http://${host}:${actualPort}` };
  return {
    url: site.baseUrl,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function respond(request: IncomingMessage, response: ServerResponse, site: Site, clock: Clock): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const result = answer(path, site, clock.now());
  response.setHeader('etag', result.etag);
  response.setHeader('cache-control', 'no-cache');
  if (result.lastModified !== null) response.setHeader('last-modified', result.lastModified.toUTCString());
  if (isUnchanged(request, result)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(result.status, {
    'content-type': result.contentType,
    'content-length': Buffer.byteLength(result.body),
  });
  response.end(request.method === 'HEAD' ? undefined : result.body);
}

function isUnchanged({ headers }: IncomingMessage, { status, etag, lastModified }: Answer): boolean {
  if (status !== 200) return false;
  const match = headers['if-none-match'];
  if (match !== undefined) return match.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return lastModified !== null && Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}
