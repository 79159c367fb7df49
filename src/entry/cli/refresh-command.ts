import { Argument, Command } from 'commander';
import type { Application } from '../../application.ts';
import { withApplication } from './with-application.ts';

/** What is counted over everyone, and what to say when that is done. In this order, as segments may ask for the others. */
const parts = {
  bands: async ({ performance }) => {
    const { storeCodes, staffCodes } = await performance.refreshPerformance();
    return `${storeCodes.length} stores and ${staffCodes.length} members of staff came into another band.`;
  },
  value: async ({ value }) => {
    const { buyers, returned } = await value.refresh();
    return `a model of ${buyers} buyers, ${returned} of whom came back.`;
  },
  recommendations: async ({ recommendations }) => {
    const { buyers, products, pairs } = await recommendations.refresh();
    return `${pairs} pairs of ${products} products, bought by ${buyers} customers.`;
  },
  segments: async ({ live }) => `${await live.catchUp()} customers entered or left.`,
} satisfies Record<string, (application: Application) => Promise<string>>;

type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];

/** `customer-graph refresh [part…]`: counts anew, now, what a running server counts from time to time; for cron. */
export function refreshCommand(): Command {
  return new Command('refresh')
    .description('count anew what is counted over everyone: a running server does so from time to time')
    .addArgument(new Argument('[part...]', 'only these (default: all)').choices(names))
    .action((chosen: Part[]) =>
      withApplication(async (application, signal) => {
        for (const name of names) {
          if (chosen.length > 0 && !chosen.includes(name)) continue;
          signal.throwIfAborted();
          process.stdout.write(`${name}: ${await parts[name](application)}\n`);
        }
      }),
    );
}
