// A program that opens the graph, writes its name into it, says so on standard output, and holds the graph until it is ended:
// by Ctrl-C it writes once more and closes in order.
import { readConfig } from '../../src/platform/config.ts';
import { createLogger } from '../../src/platform/log.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { openDatabase } from '../../src/platform/neo4j/open-database.ts';

const name = process.argv[2] ?? 'nobody';
const write: Query = { name: 'test.hold', text: 'CREATE (:Held {by: $by})' };

const config = readConfig();
const { database, uri, started, close } = await openDatabase(config, createLogger({ logLevel: 'silent' }));
await database.write(write, { by: name });
const holding = setInterval(() => {}, 60_000);

process.once('SIGINT', async () => {
  // Late on purpose: the database must still be there after the signal has reached all that it can reach.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await database.write(write, { by: `${name}, interrupted` });
  await close();
  clearInterval(holding);
});

process.stdout.write(`${JSON.stringify({ uri, started })}\n`);
