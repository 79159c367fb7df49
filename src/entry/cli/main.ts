import { Command } from 'commander';
import { ConfigError, DomainError } from '../../platform/errors.ts';
import { demoCommand } from './demo-command.ts';
import { importCommand } from './import-command.ts';
import { matchCommand } from './match-command.ts';
import { queryCommand } from './query-command.ts';
import { serveCommand } from './serve-command.ts';

const program = new Command('customer-graph')
  .description(
    'One graph of customers, orders, stores, products and staff. Settings come from the environment; see README.',
  )
  .addCommand(serveCommand())
  .addCommand(importCommand())
  .addCommand(queryCommand())
  .addCommand(matchCommand())
  .addCommand(demoCommand());

/** What a person needs to know of an error; a stack only for our own faults. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DomainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`customer-graph: ${explain(error)}\n`);
  process.exitCode = 1;
}
