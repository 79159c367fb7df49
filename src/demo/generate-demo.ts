import { makeHousehold } from './households.ts';
import { makeLin } from './lin.ts';
import { articles, productRecord } from './products.ts';
import { clerks, staffRecord } from './staff.ts';
import { shops, storeRecord, tabletOf } from './stores.ts';
import type { Batch, DemoOptions, DemoRecord, TruthEntry } from './types.ts';
import { createWorld, type World } from './world.ts';

/** How many customers the demo has if nobody says otherwise. */
export const defaultCustomers = 2000;

/** The seed of the demo that the documentation speaks of. */
export const defaultSeed = 618;

function makeCatalogue({ calendar }: World): Batch {
  const tablets = shops.map(tabletOf).filter((tablet) => tablet !== null);
  return {
    records: [
      ...shops.map((shop) => ({ store: storeRecord(shop, calendar) })),
      ...clerks.map((clerk) => ({ staff: staffRecord(clerk, calendar) })),
      ...articles.map((article) => ({ product: productRecord(article, calendar) })),
    ],
    truth: tablets.map((value) => ({
      kind: 'device',
      person: null,
      identifier: { kind: 'device_id', value },
      handedOver: false,
    })),
  };
}

/**
 * The demo household by household, so that a million customers need no more memory than one.
 *
 * @throws RangeError at once, not at the first batch, for options that `generateDemo` refuses.
 */
export function generateBatches(options: DemoOptions): Iterable<Batch> {
  return batchesOf(createWorld(options));
}

function* batchesOf(world: World): Generator<Batch, void> {
  yield makeCatalogue(world);
  yield makeLin(world);
  for (let first = 2; first < world.customers; first += 2) yield makeHousehold(world, first);
}

/**
 * A made-up outdoor retailer: its records as an import takes them, and the truth about them. Both can be gone through
 * any number of times, always with the same result; the same options give the same bytes.
 *
 * @throws RangeError for less than 1 or more than a million customers, a seed that is no safe integer, or a bad date.
 */
export function generateDemo(options: DemoOptions): { records: Iterable<DemoRecord>; truth: Iterable<TruthEntry> } {
  const world = createWorld(options);
  return {
    records: {
      *[Symbol.iterator]() {
        for (const batch of batchesOf(world)) yield* batch.records;
      },
    },
    truth: {
      *[Symbol.iterator]() {
        for (const batch of batchesOf(world)) yield* batch.truth;
      },
    },
  };
}
