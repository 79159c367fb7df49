import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { localDateOf } from '../../platform/time.ts';
import { type CustomerValue, customerValue } from './customer-value.ts';
import { fitModel } from './fit-model.ts';
import { createValueStore } from './value.store.ts';
import type { ValueModel } from './value-model.ts';

/** A recount that runs: how many of the buyers were read so far. */
export interface ValueRefresh {
  readonly startedAt: Date;
  readonly done: number;
  readonly total: number;
}

export interface ValueService {
  /** The model in force; null before the first one. */
  model(): Promise<ValueModel | null>;
  /** What this server counts just now; null when it counts nothing. */
  refreshing(): ValueRefresh | null;
  /** Reads all buyers and makes a new model; while one is being made, gives that one. */
  refresh(): Promise<ValueModel>;
  /** What customers are expected to buy, by the model in force and their purchases up to now; null for who never bought. */
  valuesOf(ids: readonly string[]): Promise<(CustomerValue | null)[]>;
  /** Waits for a recount that runs. */
  idle(): Promise<void>;
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
  let progress: ValueRefresh | null = null;
  let running: Promise<ValueModel> | null = null;

  async function refresh(): Promise<ValueModel> {
    const asOf = clock.now();
    progress = { startedAt: asOf, done: 0, total: 0 };
    try {
      const model = await fitModel(store, {
        asOf,
        timeZone,
        today: localDateOf(asOf, timeZone),
        onProgress: (done, total) => {
          progress = { startedAt: asOf, done, total };
        },
      });
      await store.saveModel(model);
      return model;
    } finally {
      progress = null;
      running = null;
    }
  }

  return {
    model: store.readModel,
    refreshing: () => progress,
    refresh() {
      running ??= refresh();
      return running;
    },
    async valuesOf(ids) {
      const asOf = clock.now();
      const [model, found] = await Promise.all([store.readModel(), store.daysOf(ids, { asOf, timeZone })]);
      const settings = { model, asOf, today: localDateOf(asOf, timeZone), timeZone, lapsedAfterDays };
      const byId = new Map(found.map((purchases) => [purchases.id, customerValue(purchases, settings)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    idle: async () => void (await running?.catch(() => undefined)),
  };
}
