/** How commands end. `rejected`: done, but lines of an import were refused. `usage`: not understood, so nothing was done. */
export const exitCodes = { failed: 1, rejected: 2, usage: 64, interrupted: 130 } as const;

/** Ctrl-C or SIGTERM ended a command before it was done. */
export class InterruptedError extends Error {
  constructor() {
    super('interrupted.');
    this.name = 'InterruptedError';
  }
}
