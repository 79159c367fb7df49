import fc from 'fast-check';
import { diceOf } from './dice.ts';
import { keepApart } from './keep-apart.ts';
import { moveOrders } from './move-orders.ts';
import type { RecordJson } from './record-input.ts';
import type { Settings } from './settings.ts';
import { catalogueRecords } from './world-catalogue.ts';
import { worldNow, worldTimeZone } from './world-instants.ts';
import { somebodies } from './world-people.ts';
import { type Diary, writeDown } from './world-records.ts';

/** What generated worlds are read with. */
export const worldSettings: Settings = {
  now: worldNow,
  timeZone: worldTimeZone,
  currency: 'CNY',
  rates: { USD: '7.155', JPY: '0.0485' },
  lapsedAfterDays: 365,
};

/** The records of a small but nasty world: 10 to 40 people, in no particular order. The same seed gives the same world. */
export function worldRecords(seed: number): RecordJson[] {
  const dice = diceOf(seed);
  const diary: Diary = { dice, records: catalogueRecords(dice), count: 0 };
  for (const person of somebodies(dice)) writeDown(person, diary);
  return dice.shuffle(moveOrders(keepApart(diary.records), dice));
}

/** Seeds of worlds. A world does not shrink; `smallestFailure` does that for its records. */
export const arbitraryWorldSeed: fc.Arbitrary<number> = fc.noShrink(fc.integer({ min: 1, max: 2 ** 31 - 1 }));

/** Worlds as records. */
export const arbitraryWorld: fc.Arbitrary<RecordJson[]> = arbitraryWorldSeed.map(worldRecords);
