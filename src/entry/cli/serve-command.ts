import { Command } from 'commander';
import { serve } from '../../main.ts';
import { readConfig } from '../../platform/config.ts';

/** `customer-graph serve`: the API, on a local Neo4j unless NEO4J_URI is set. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('start the API (with demo data when the graph is empty)')
    .option('--empty', 'do not load demo data into an empty graph')
    .action(async (options: { empty?: boolean }) => {
      await serve({ config: readConfig(), empty: options.empty ?? false });
    });
}
