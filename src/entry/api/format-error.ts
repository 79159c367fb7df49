import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { DomainError } from '../../platform/errors.ts';
import type { Logger } from '../../platform/log.ts';

/** Codes of faults in the request itself; their text speaks of the request and the schema only. */
const REQUEST_FAULTS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TOO_COMPLEX',
]);

/**
 * Turns what went wrong into what the caller may see. Expected failures keep their message and carry their code and details;
 * anything else is logged under an id, and only that id is shown.
 */
export function createErrorFormat(
  log: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    if (original instanceof DomainError) {
      return { ...formatted, extensions: { code: original.code, ...original.details } };
    }
    if (original instanceof GraphQLError && REQUEST_FAULTS.has(formatted.extensions?.code)) {
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions };
    }
    const errorId = randomUUID();
    log.error({ errorId, path: formatted.path, err: original }, 'a request failed unexpectedly');
    return {
      ...formatted,
      message: `Internal server error. The log has more under ${errorId}.`,
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  };
}
