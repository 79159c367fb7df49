import type { Application } from '../../application.ts';
import {
  beginDemo,
  defaultCustomers,
  defaultSeed,
  finishDemo,
  generateDemo,
  isDemoUnfinished,
} from '../../demo/index.ts';

const RECORDS_PER_CALL = 5_000;

/** What loading the demo did. */
export interface LoadedDemo {
  readonly records: number;
  readonly customers: number;
}

/** Is there nothing in the graph yet that a demo would mix with, or a demo that was interrupted while it came in? */
export async function wantsDemo({ selection, database }: Application): Promise<boolean> {
  if (await isDemoUnfinished(database)) return true;
  const lists = await Promise.all([
    selection.customers({ first: 1 }),
    selection.stores({ first: 1 }),
    selection.products({ first: 1 }),
  ]);
  return lists.every((list) => list.edges.length === 0);
}

/**
 * Takes in the demo, a made-up outdoor retailer up to now, the way all facts come in. One that was interrupted is sent again as it was,
 * which adds what is missing.
 */
export async function loadDemo(application: Application, customers = defaultCustomers): Promise<LoadedDemo> {
  const { clock, database } = application;
  const until = await beginDemo(database, clock.now());
  const { records } = generateDemo({ customers, seed: defaultSeed, until });
  const report = await application.ingest.importLines(toLines(records));
  const [fault] = report.errors;
  if (fault) throw new Error(`The demo has a faulty record, number ${fault.index}: ${fault.message}`);
  await finishDemo(database);
  return { records: report.received, customers: report.customersCreated - report.customersMerged };
}

async function* toLines(records: Iterable<unknown>): AsyncGenerator<string> {
  let lines: string[] = [];
  for (const record of records) {
    lines.push(`${JSON.stringify(record)}\n`);
    if (lines.length < RECORDS_PER_CALL) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}
