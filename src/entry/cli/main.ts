import { CommanderError } from 'commander';
import { ConfigError, DomainError } from '../../platform/errors.ts';
import { exitCodes, InterruptedError } from './exit-codes.ts';
import { createProgram } from './program.ts';

/** What a person needs to know of an error; a stack only for our own faults. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DomainError || error instanceof InterruptedError)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await createProgram().parseAsync();
} catch (error) {
  // help and version come as errors too, with 0; the others were told already
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage;
  else {
    process.stderr.write(`customer-graph: ${explain(error)}\n`);
    process.exitCode = error instanceof InterruptedError ? exitCodes.interrupted : exitCodes.failed;
  }
}
