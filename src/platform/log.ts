import pino from 'pino';

/** The logger handed to whoever writes logs. */
export type Logger = pino.Logger;

/** Logs as JSON lines on standard error, so that standard output stays free for results. */
export function createLogger(settings: { logLevel: string }): Logger {
  return pino({ level: settings.logLevel, base: null }, pino.destination({ fd: 2, sync: true }));
}
