import { createApplication } from './application.ts';
import { createApiServer } from './entry/api/server.ts';
import { keepBandsFresh } from './entry/start/keep-bands-fresh.ts';
import { keepMatchesFresh } from './entry/start/keep-matches-fresh.ts';
import { keepMembersFresh } from './entry/start/keep-members-fresh.ts';
import { keepRecommendationsFresh } from './entry/start/keep-recommendations-fresh.ts';
import { keepValueFresh } from './entry/start/keep-value-fresh.ts';
import { loadDemo, wantsDemo } from './entry/start/load-demo.ts';
import { onStopSignal } from './entry/start/stop-signals.ts';
import { welcome } from './entry/start/welcome.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createLogger } from './platform/log.ts';
import { applyMigrations } from './platform/neo4j/migrations.ts';
import { openDatabase } from './platform/neo4j/open-database.ts';

/** How to start. */
export interface ServeOptions {
  readonly config: Config;
  /** Leave an empty graph empty: load no demo. */
  readonly empty: boolean;
  /** Where messages for people go; default standard output. */
  readonly say?: (text: string) => void;
}

/** A server that runs. */
export interface RunningServer {
  readonly address: string;
  /** Finishes what runs, then closes the server and the graph. */
  stop(): Promise<void>;
}

/** Starts everything: the graph, its constraints, the demo if the graph is empty, the API. Stops on SIGINT and SIGTERM. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { config, empty, say = (text) => void process.stdout.write(`${text}\n`) } = options;
  const log = createLogger(config);
  const opened = await openDatabase(config, log);
  /** What ends what was begun, run from the last to the first. */
  const ends: (() => unknown)[] = [opened.close];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    await applyMigrations(opened.database);
    const application = createApplication({ config, database: opened.database, clock: systemClock, log });
    ends.push(application.settle);
    if (!empty && (await wantsDemo(application))) {
      say('Loading the demo data (start with --empty to leave the graph as it is) …');
      const { records, customers } = await loadDemo(application);
      say(`Loaded ${records} records of ${customers} customers.`);
    }
    await application.identityRules.putInForce();
    if (await application.lifecycle.bringUpToDate()) log.info('Interest was counted anew by the lifecycle rules.');
    ends.push(await keepBandsFresh(application));
    ends.push(keepMatchesFresh(application));
    ends.push(keepMembersFresh(application));
    const server = await createApiServer(application);
    ends.push(server.stop);
    const address = await server.listen();
    await application.identityRules.start();
    ends.push(keepValueFresh(application));
    ends.push(keepRecommendationsFresh(application));
    const forget = onStopSignal(stop, say);
    say(welcome(address, config.auth));
    return { address, stop: () => stop().finally(forget) };
  } catch (error) {
    await stop();
    throw error;
  }
}
