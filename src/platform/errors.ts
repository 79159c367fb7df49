/**
 * An expected failure with a stable, machine-readable code (SCREAMING_SNAKE), safe to show to the caller.
 * Known codes: BAD_USER_INPUT, NOT_FOUND, INVALID_RULE, INVALID_CURSOR, CONFLICT, QUERY_TIMEOUT, SERVICE_UNAVAILABLE.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** A setting that is missing or wrong; the message names it and says what is allowed. */
export class ConfigError extends DomainError {
  constructor(setting: string, message: string) {
    super('CONFIG_ERROR', `${setting}: ${message}`, { setting });
    this.name = 'ConfigError';
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
