import { Command } from 'commander';
import { defaultCustomers, defaultSeed, writeDemo } from '../../demo/index.ts';
import { readCount, readDay } from './read-option.ts';

interface GenerateOptions {
  customers: number;
  seed: number;
  until: Date;
  out: string;
}

/** `customer-graph demo generate`: an outdoor retailer as import files. */
export function demoCommand(): Command {
  const generate = new Command('generate')
    .description('write demo.ndjson (records to import) and demo-truth.ndjson (who is who)')
    .option('--customers <number>', 'people to invent', readCount, defaultCustomers)
    .option('--seed <number>', 'the same seed gives the same files', readCount, defaultSeed)
    .option('--until <date>', 'day of the last orders', readDay, new Date())
    .option('--out <directory>', 'where the files go', 'demo-data')
    .action(async ({ customers, seed, until, out }: GenerateOptions) => {
      const written = await writeDemo({ customers, seed, until, directory: out });
      process.stdout.write(`${written.records.count} records in ${written.records.path}\n`);
      process.stdout.write(`${written.truth.count} lines of truth in ${written.truth.path}\n`);
      process.stdout.write(`Import them with: npx customer-graph import ${written.records.path}\n`);
    });
  return new Command('demo').description('demo data').addCommand(generate);
}
