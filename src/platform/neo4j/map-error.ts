import { Neo4jError } from 'neo4j-driver';
import { DomainError } from '../errors.ts';

const UNAVAILABLE = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.TransientError.Cluster.NotALeader',
  'Neo.ClientError.Cluster.NotALeader',
]);

/** The DomainError for what can go wrong in running, else the error as it is. `name` is the query at fault. */
export function mapError(error: unknown, name: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const code = error.code;
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) {
    return new DomainError('QUERY_TIMEOUT', `${name} took too long and was stopped`, { query: name }, { cause: error });
  }
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed') {
    return new DomainError('CONFLICT', `${name}: ${error.message}`, { query: name }, { cause: error });
  }
  if (UNAVAILABLE.has(code) || isPoolExhausted(error)) {
    return new DomainError(
      'SERVICE_UNAVAILABLE',
      'The graph database cannot be reached',
      { query: name },
      { cause: error },
    );
  }
  return error;
}

// The driver gives a full pool no code of its own.
function isPoolExhausted(error: Neo4jError): boolean {
  return error.code === 'N/A' && /^Connection acquisition timed out/.test(error.message);
}
