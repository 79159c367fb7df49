import type { Database, Query } from '../../platform/neo4j/database.ts';
import { onSale, onSaleParameters, type Shown } from './on-sale.ts';
import type { Neighbour, PopularProduct } from './recommend.ts';
import type { CoPurchaseKind } from './score-pairs.ts';

const productsOfPersons: Query = {
  name: 'recommendations.productsOfPersons',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order)-[line:CONTAINS]->(product:Product)
  WHERE order.placedAt <= $now AND line.quantity > 0 AND (order.isPurchase OR order.status IN ['REFUNDED', 'PENDING'])
  RETURN collect({sku: product.sku, at: order.placedAt.epochMillis, status: order.status, isPurchase: order.isPurchase}) AS orders
}
CALL (customer) {
  MATCH (customer)-[:PERFORMED]->(event)
  WHERE event.name IN $names AND event.occurredAt <= $now
  MATCH (event)-[:ABOUT]->(product:Product)
  WITH event, product ORDER BY event.occurredAt, event.key
  RETURN collect({sku: product.sku, at: event.occurredAt.epochMillis, name: event.name}) AS events
}
RETURN id, orders, events`,
};

const neighbours: Query = {
  name: 'recommendations.neighbours',
  text: `
UNWIND $skus AS sku
MATCH (:Product {sku: sku})-[pair:BOUGHT_WITH|BOUGHT_NEXT]->(product:Product)
WHERE ${onSale}
WITH sku, collect({type: type(pair), sku: product.sku, customers: pair.customers, score: pair.score,
  repurchased: toFloat(product.repurchasers) / product.buyers}) AS found
RETURN sku, found`,
};

const popular: Query = {
  name: 'recommendations.popular',
  text: `
MATCH (product:Product)
WHERE product.buyers > 0 AND ${onSale}
RETURN product.sku AS sku, product.buyers AS customers
ORDER BY product.buyers DESC, product.sku LIMIT $limit`,
};

/** A product in an order of a customer's: bought, given back, or not paid yet. */
export interface OrderedProduct {
  readonly sku: string;
  readonly at: number;
  readonly status: string;
  readonly isPurchase: boolean;
}

/** What a customer's orders and events say of products; the events from the oldest to the newest. */
export interface PersonProducts {
  readonly id: string;
  readonly orders: readonly OrderedProduct[];
  readonly events: readonly { readonly sku: string; readonly at: number; readonly name: string }[];
}

export interface PersonStore {
  /** Of those of the customers that there are; one statement. */
  productsOf(ids: readonly string[], events: { names: readonly string[]; now: Date }): Promise<PersonProducts[]>;
  /** What goes with products, by the product that was bought; one statement. */
  neighboursOf(skus: readonly string[], shown: Shown): Promise<Map<string, Neighbour[]>>;
  /** What most customers bought. */
  popular(limit: number, shown: Shown): Promise<PopularProduct[]>;
}

const kindOf: Readonly<Record<string, CoPurchaseKind>> = { BOUGHT_WITH: 'TOGETHER', BOUGHT_NEXT: 'NEXT' };

export function createPersonStore(database: Database): PersonStore {
  return {
    productsOf: (ids, events) =>
      database.read<PersonProducts>(productsOfPersons, { ids: [...new Set(ids)], ...events }),
    async neighboursOf(skus, shown) {
      type Found = Omit<Neighbour, 'from' | 'kind'> & { type: string };
      const rows = await database.read<{ sku: string; found: Found[] }>(neighbours, {
        skus,
        ...onSaleParameters(shown),
      });
      return new Map(
        rows.map(({ sku: from, found }) => [
          from,
          found.map(({ type, ...pair }) => ({ ...pair, from, kind: kindOf[type] as CoPurchaseKind })),
        ]),
      );
    },
    popular: (limit, shown) => database.read<PopularProduct>(popular, { limit, ...onSaleParameters(shown) }),
  };
}
