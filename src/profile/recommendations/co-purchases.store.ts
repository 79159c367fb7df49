import type { Database, Query } from '../../platform/neo4j/database.ts';
import type { CoPurchaseKind, Pair, ScoredProduct } from './score-pairs.ts';

// A purchase as figures mean it: paid, and not given back or called off as a whole.
const purchasesOfAll: Query = {
  name: 'recommendations.purchasesOfAll',
  text: `
MATCH (customer:Customer)
WHERE customer.purchaseCount > 0
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)-[line:CONTAINS]->(product:Product)
  WHERE order.isPurchase AND order.placedAt > $since AND order.placedAt <= $asOf AND line.quantity > 0
  RETURN collect(product.sku) AS skus, collect(order.placedAt.epochMillis) AS times
}
RETURN skus, times`,
};

const countBuyers: Query = {
  name: 'recommendations.countBuyers',
  text: 'MATCH (customer:Customer) WHERE customer.purchaseCount > 0 RETURN count(*) AS buyers',
};

const countedBefore: Query = {
  name: 'recommendations.countedBefore',
  text: 'MATCH (product:Product) WHERE product.buyers > 0 RETURN product.sku AS sku',
};

const create = (type: string, list: string) => `
CALL (product, row) {
  UNWIND ${list} AS pair
  MATCH (other:Product {sku: pair.sku})
  CREATE (product)-[:${type} {customers: pair.customers, lift: pair.lift, score: pair.score}]->(other)
}`;

const writeProducts: Query = {
  name: 'recommendations.writeProducts',
  text: `
UNWIND $rows AS row
MATCH (product:Product {sku: row.sku})
SET product.buyers = row.buyers, product.repurchasers = row.repurchasers
WITH product, row
CALL (product) {
  MATCH (product)-[old:BOUGHT_WITH|BOUGHT_NEXT]->()
  DELETE old
}${create('BOUGHT_WITH', 'row.together')}${create('BOUGHT_NEXT', 'row.next')}`,
};

const writeCount: Query = {
  name: 'recommendations.writeCount',
  text: `MERGE (count:CoPurchaseCount {id: 'current'})
SET count.computedAt = $computedAt, count.buyers = $buyers, count.products = $products, count.pairs = $pairs`,
};

const readCount: Query = {
  name: 'recommendations.readCount',
  text: `MATCH (count:CoPurchaseCount {id: 'current'})
RETURN count.computedAt AS computedAt, count.buyers AS buyers, count.products AS products, count.pairs AS pairs`,
};

const boughtWith = ({ name, type }: { name: string; type: string }): Query => ({
  name: `recommendations.${name}`,
  text: `
UNWIND $skus AS sku
MATCH (product:Product {sku: sku})
CALL (product) {
  MATCH (product)-[pair:${type}]->(other:Product)
  WHERE other <> product
  WITH pair, other ORDER BY pair.score DESC, pair.customers DESC, other.sku LIMIT $first
  RETURN collect({sku: other.sku, customers: pair.customers, lift: pair.lift, score: pair.score}) AS pairs
}
RETURN sku, product.name AS name, pairs`,
});
const boughtWithOf: Readonly<Record<CoPurchaseKind, Query>> = {
  TOGETHER: boughtWith({ name: 'boughtTogether', type: 'BOUGHT_WITH' }),
  NEXT: boughtWith({ name: 'boughtNext', type: 'BOUGHT_NEXT' }),
};

/** What was counted last. */
export interface CoPurchaseCount {
  /** Purchases up to then were counted. */
  readonly computedAt: Date;
  /** Customers who bought anything in the time that counts. */
  readonly buyers: number;
  /** Products that they bought. */
  readonly products: number;
  /** Pairs that are kept. */
  readonly pairs: number;
}

/** A product and what is bought with it, the highest score first. */
export interface BoughtWithRow {
  readonly sku: string;
  readonly name: string | null;
  readonly pairs: readonly Pair[];
}

export interface CoPurchasesStore {
  countBuyers(): Promise<number>;
  /** The purchases of each customer in a time, as they come: skus, and beside each when it was placed. */
  purchasesOfAll(time: { since: Date; asOf: Date }): AsyncIterable<{ skus: string[]; times: number[] }>;
  /** Products that were bought when it was counted last. */
  countedBefore(): Promise<string[]>;
  /** Replaces what is known of some products. */
  writeProducts(products: readonly ScoredProduct[]): Promise<void>;
  writeCount(count: CoPurchaseCount): Promise<void>;
  /** Null before the first count. */
  readCount(): Promise<CoPurchaseCount | null>;
  /** Those of the products that are known; one statement. */
  boughtWith(skus: readonly string[], kind: CoPurchaseKind, first: number): Promise<BoughtWithRow[]>;
}

export function createCoPurchasesStore(database: Database): CoPurchasesStore {
  return {
    async countBuyers() {
      const [row] = await database.read<{ buyers: number }>(countBuyers);
      return row?.buyers ?? 0;
    },
    // takes as long as there are customers: it is no query that somebody waits for
    purchasesOfAll: (time) => database.stream(purchasesOfAll, time, { timeoutMs: 0 }),
    async countedBefore() {
      return (await database.read<{ sku: string }>(countedBefore)).map(({ sku }) => sku);
    },
    async writeProducts(products) {
      const rows = products.map(({ again, ...product }) => ({ ...product, repurchasers: again }));
      await database.write(writeProducts, { rows });
    },
    async writeCount(count) {
      await database.write(writeCount, { ...count });
    },
    async readCount() {
      const [row] = await database.read<CoPurchaseCount & Record<string, unknown>>(readCount);
      return row ?? null;
    },
    boughtWith: (skus, kind, first) =>
      database.read<BoughtWithRow>(boughtWithOf[kind], { skus: [...new Set(skus)], first }),
  };
}
