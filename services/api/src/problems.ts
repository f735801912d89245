import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** An error an API client can act on (RFC 9457); anything else is told as 500 without its inside. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** Makes every error a problem document with a stable code, and tells `onError` of those that are ours. */
export function answerProblems(
  server: FastifyInstance,
  onError: (error: unknown, url: string) => void,
): void {
  server.setNotFoundHandler((_request, reply) => {
    void reply
      .code(404)
      .type('application/problem+json')
      .send(problem(404, 'not-found', 'There is nothing here.'));
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (sendProblem(error, reply) === 500) onError(error, request.url);
  });
}

/** Answers with an error as a problem document. Returns its status. */
export function sendProblem(error: FastifyError, reply: FastifyReply): number {
  const { status, code, detail } = describe(error);
  void reply
    .code(status)
    .type('application/problem+json')
    .send(problem(status, code, detail));
  return status;
}

function describe(error: FastifyError | ApiProblem): { status: number; code: string; detail: string } {
  if (error instanceof ApiProblem) return { status: error.status, code: error.code, detail: error.message };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const detail = error.validation
      .map((issue) => `${issue.instancePath || '/'}: ${issue.message}`)
      .join('; ');
    return { status: 400, code: 'invalid-parameter', detail };
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return { status, code: 'bad-request', detail: error.message };
  return { status: 500, code: 'internal', detail: 'The request failed here; the log has the reason.' };
}

function problem(status: number, code: string, detail: string) {
  return { type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail };
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
