import { readFileSync } from 'node:fs';
import { Command, type OutputConfiguration } from 'commander';
import { z } from 'zod';
import { demoCommand } from './demo-command.ts';
import { importCommand } from './import-command.ts';
import { matchCommand } from './match-command.ts';
import { queryCommand } from './query-command.ts';
import { refreshCommand } from './refresh-command.ts';
import { serveCommand } from './serve-command.ts';

const ownPackage = new URL('../../../package.json', import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(ownPackage, 'utf8')));

/**
 * The whole command line. Where words are not understood it says what is wrong and throws a CommanderError.
 * @param output where help and faults go; the process's own streams unless told
 */
export function createProgram(output: Pick<OutputConfiguration, 'writeOut' | 'writeErr'> = {}): Command {
  const program = new Command('customer-graph')
    .description(
      'One graph of customers, orders, stores, products and staff. Settings come from the environment; see README.',
    )
    .version(version)
    .addCommand(serveCommand())
    .addCommand(importCommand())
    .addCommand(queryCommand())
    .addCommand(matchCommand())
    .addCommand(refreshCommand())
    .addCommand(demoCommand());
  settle(program, program.name(), output);
  return program;
}

/** The same ways for all commands: they are made apart, so none inherits them. */
function settle(command: Command, name: string, output: OutputConfiguration): void {
  command
    .exitOverride()
    .showHelpAfterError(`What there is: ${name} --help`)
    .configureOutput({ ...output, outputError: (text, write) => write(text.replace(/^error: /, 'customer-graph: ')) });
  for (const part of command.commands) settle(part, `${name} ${part.name()}`, output);
}
