/**
 * Starts a statement without a stack to its name. The driver writes one out for every statement, in case it fails, and with
 * source maps that takes longer than many a statement does. Our errors name the query instead.
 */
export function withoutStack<T>(start: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return start();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
