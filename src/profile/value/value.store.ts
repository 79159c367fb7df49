import type { Database, Query } from '../../platform/neo4j/database.ts';
import type { ValueModel } from './value-model.ts';

/** What a customer's purchases add up to; those of one local day are one. */
export interface PurchaseDays {
  readonly id: string;
  /** How many orders. */
  readonly purchases: number;
  readonly lastPurchaseAt: Date;
  readonly days: number;
  /** Local dates. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Net, in minor units of the reporting currency: all, and that of the first day. */
  readonly totalMinor: number;
  readonly firstDayMinor: number;
}

const sumDays = `CALL (customer) {
  MATCH (customer)-[:PLACED]->(order)
  WHERE order.isPurchase AND order.placedAt <= $asOf
  WITH date(datetime({datetime: order.placedAt, timezone: $timeZone})) AS day, count(*) AS purchases,
    sum(order.netMinor) AS netMinor, max(order.placedAt) AS lastAt
  ORDER BY day
  RETURN sum(purchases) AS purchases, max(lastAt) AS lastPurchaseAt, count(*) AS days, min(day) AS firstDay,
    max(day) AS lastDay, sum(netMinor) AS totalMinor, head(collect(netMinor)) AS firstDayMinor
}
WITH customer, purchases, lastPurchaseAt, days, firstDay, lastDay, totalMinor, firstDayMinor
WHERE days > 0
RETURN customer.id AS id, purchases, lastPurchaseAt, days, toString(firstDay) AS firstDay, toString(lastDay) AS lastDay,
  totalMinor, firstDayMinor`;

const daysOf: Query = {
  name: 'value.daysOf',
  text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})
${sumDays}`,
};

const daysOfAll: Query = {
  name: 'value.daysOfAll',
  text: `MATCH (customer:Customer)
WHERE customer.purchaseCount > 0
${sumDays}`,
};

const countBuyers: Query = {
  name: 'value.countBuyers',
  text: 'MATCH (customer:Customer) WHERE customer.purchaseCount > 0 RETURN count(*) AS buyers',
};

const readModel: Query = {
  name: 'value.readModel',
  text: "MATCH (model:ValueModel {id: 'current'}) RETURN model.content AS content",
};

const saveModel: Query = {
  name: 'value.saveModel',
  text: "MERGE (model:ValueModel {id: 'current'}) SET model.content = $content, model.fittedAt = $fittedAt",
};

/** How local days are told, and up to when purchases count. */
export interface AsOf {
  readonly asOf: Date;
  readonly timeZone: string;
}

export interface ValueStore {
  /** Those of the customers who bought, in no order; one statement. */
  daysOf(ids: readonly string[], asOf: AsOf): Promise<PurchaseDays[]>;
  /** Of all buyers, as they come. */
  daysOfAll(asOf: AsOf): AsyncIterable<PurchaseDays>;
  countBuyers(): Promise<number>;
  readModel(): Promise<ValueModel | null>;
  saveModel(model: ValueModel): Promise<void>;
}

export function createValueStore(database: Database): ValueStore {
  return {
    daysOf: (ids, asOf) => database.read<PurchaseDays>(daysOf, { ids: [...new Set(ids)], ...asOf }),
    daysOfAll: (asOf) => database.stream<PurchaseDays>(daysOfAll, { ...asOf }),
    async countBuyers() {
      const [row] = await database.read<{ buyers: number }>(countBuyers);
      return row?.buyers ?? 0;
    },
    async readModel() {
      const [row] = await database.read<{ content: string }>(readModel);
      return row ? (JSON.parse(row.content) as ValueModel) : null;
    },
    async saveModel(model) {
      await database.write(saveModel, { content: JSON.stringify(model), fittedAt: new Date(model.fittedAt) });
    },
  };
}
