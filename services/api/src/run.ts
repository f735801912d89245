import type { AddressInfo } from 'node:net';
import type { ApiContext } from './api-context.ts';
import { createServer } from './server.ts';

export interface ApiOptions extends ApiContext {
  readonly host: string;
  readonly port: number;
  /** Told the address once requests are answered. */
  readonly onListening: (url: string) => void;
}

/** Answers HTTP requests until `signal` is aborted; those in hand are finished first. */
export async function runApi(options: ApiOptions, signal: AbortSignal): Promise<void> {
  const server = await createServer(options);
  await server.listen({ host: options.host, port: options.port });
  const { port } = server.server.address() as AddressInfo;
  options.onListening(`http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`);
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await server.close();
}
