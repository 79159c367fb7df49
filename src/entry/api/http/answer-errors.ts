import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../../platform/errors.ts';
import type { Logger } from '../../../platform/log.ts';
import { bodyLimit } from '../limits/limits.ts';
import { errorBody } from './error-body.ts';

const messages: Readonly<Record<number, string>> = {
  400: 'The body is not valid JSON.',
  413: `The body is larger than ${bodyLimit / 1024 / 1024} MB. Send a large import to POST /import, which has no limit.`,
  415: 'This content type is not accepted here: application/json at /graphql and /export, application/x-ndjson at /import.',
};
const statusOf: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  IDENTITY_RULES_CHANGED: 409,
  SERVICE_UNAVAILABLE: 503,
  QUERY_TIMEOUT: 504,
};

/** Answers what goes wrong outside GraphQL in the same shape, and keeps unexpected text in the log. */
export function answerErrors(server: FastifyInstance, log: Logger): void {
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(errorBody('NOT_FOUND', 'There is /graphql, /import, /export, /livez and /readyz.')),
  );
  server.setErrorHandler((error, request, reply) => {
    if (error instanceof DomainError) {
      return reply.code(statusOf[error.code] ?? 400).send(errorBody(error.code, error.message, error.details));
    }
    const status = statusCodeOf(error);
    if (status < 500) return reply.code(status).send(errorBody('BAD_REQUEST', messages[status] ?? 'Bad request.'));
    const errorId = randomUUID();
    log.error(
      { errorId, method: request.method, path: pathOf(request.url), err: error },
      'a request failed unexpectedly',
    );
    const text = `Internal server error. The log has more under ${errorId}.`;
    return reply.code(500).send(errorBody('INTERNAL_SERVER_ERROR', text, { errorId }));
  });
}

/** The path without the query, which may hold personal data. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

function statusCodeOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
