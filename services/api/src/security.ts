import type { FastifyInstance, FastifyReply } from 'fastify';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

export function addSecurityHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
}

/**
 * Refuses requests for a host name that isn't ours (a page elsewhere whose name was rebound to loopback), and
 * puts the security headers on every answer, errors included.
 */
export function guardRequests(server: FastifyInstance, hostNames: readonly string[]): void {
  const allowed = new Set([...LOOPBACK, ...hostNames]);
  server.addHook('onRequest', async (request, reply) => {
    addSecurityHeaders(reply);
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (allowed.has(name)) return;
    await reply.code(421).type('application/problem+json').send({
      type: 'about:blank',
      title: 'Misdirected Request',
      status: 421,
      code: 'unknown-host',
      detail: 'This server does not answer for that host name. Set AFTERMATH_PUBLIC_URL to add one.',
    });
  });
}
