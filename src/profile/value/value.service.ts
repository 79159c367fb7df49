import { type BackgroundCount, createBackgroundCount } from '../../platform/background-count.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { localDateOf } from '../../platform/time.ts';
import { type CustomerValue, customerValue } from './customer-value.ts';
import { fitModel } from './fit-model.ts';
import { createValueStore } from './value.store.ts';
import type { ValueModel } from './value-model.ts';

export interface ValueService extends BackgroundCount<ValueModel> {
  /** The model in force; null before the first one. */
  model(): Promise<ValueModel | null>;
  /** What customers are expected to buy, by the model in force and their purchases up to now; null for who never bought. */
  valuesOf(ids: readonly string[]): Promise<(CustomerValue | null)[]>;
}

export interface ValueDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** Where days begin. */
  readonly timeZone: string;
  /** A customer who does not buy for so many days has gone. */
  readonly lapsedAfterDays: number;
}

export function createValueService(dependencies: ValueDependencies): ValueService {
  const { database, clock, timeZone, lapsedAfterDays } = dependencies;
  const store = createValueStore(database);
  // reads all buyers and makes a new model
  const count = createBackgroundCount(clock, async (asOf, onProgress) => {
    const model = await fitModel(store, { asOf, timeZone, today: localDateOf(asOf, timeZone), onProgress });
    await store.saveModel(model);
    return model;
  });

  return {
    ...count,
    model: store.readModel,
    async valuesOf(ids) {
      const asOf = clock.now();
      const [model, found] = await Promise.all([store.readModel(), store.daysOf(ids, { asOf, timeZone })]);
      const settings = { model, asOf, today: localDateOf(asOf, timeZone), timeZone, lapsedAfterDays };
      const byId = new Map(found.map((purchases) => [purchases.id, customerValue(purchases, settings)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
}
