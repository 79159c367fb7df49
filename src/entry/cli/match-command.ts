import { Command } from 'commander';
import { withApplication } from './with-application.ts';

/** `customer-graph match`: compares what changed and waits for it; a running server does the same in the background. */
export function matchCommand(): Command {
  return new Command('match')
    .description('compare customers whose records changed, and say how many possible matches there are')
    .action(() =>
      withApplication(async ({ matching, selection }, signal) => {
        await matching.drain(signal);
        const alike = await selection.possibleMatches({ reason: 'ALIKE', first: 1, withTotal: true });
        process.stdout.write(`${await alike.totalCount()} possible matches to review.\n`);
      }),
    );
}
