import type { Database } from '../../platform/neo4j/database.ts';
import { onSale, onSaleParameters, type Shown } from '../../profile/recommendations/on-sale.ts';
import type { RecommendationRules } from '../../profile/recommendations/recommendation-rules.ts';
import { indent, type Statement, withPrefix } from '../selection/statement.ts';

/** Which products, bought when: up to `at`. */
export interface CountedProducts extends Shown {
  readonly since: Date;
}

/** A product that customers of the audience bought. */
export interface AudienceProduct {
  readonly sku: string;
  /** Of the audience. */
  readonly buyers: number;
  /** Of all customers, when it was counted last. */
  readonly all: number;
}

/** How many customers an audience holds, and how many of them bought what; one statement. */
export async function countInAudience(
  database: Database,
  audience: Statement,
  products: CountedProducts,
): Promise<{ size: number; products: AudienceProduct[] }> {
  const { text, parameters } = withPrefix(audience, 'audience_');
  const [row] = await database.read<{ size: number; products: AudienceProduct[] }>(
    {
      name: 'crossSell.count',
      text: `CALL () {
${indent(text)}
  RETURN collect(node) AS members
}
CALL (members) {
  UNWIND members AS customer
  MATCH (customer)-[:PLACED]->(order:Order)-[line:CONTAINS]->(product:Product)
  WHERE order.isPurchase AND order.placedAt > $since AND order.placedAt <= $until AND line.quantity > 0
    AND ${onSale}
  WITH product, count(DISTINCT customer) AS buyers
  RETURN collect({sku: product.sku, buyers: buyers, all: coalesce(product.buyers, 0)}) AS products
}
RETURN size(members) AS size, products`,
    },
    { ...parameters, ...onSaleParameters(products), since: products.since, until: products.at },
  );
  return row ?? { size: 0, products: [] };
}

/** Conditions on `node`: a customer who does not have the product, did not order it, and did not decline it. */
export function leftToOffer(
  sku: string,
  asOf: Date,
  { declinedEvents, wantedEvents }: Pick<RecommendationRules, 'declinedEvents' | 'wantedEvents'>,
) {
  return {
    predicates: [
      `NOT EXISTS {
  MATCH (node)-[:PLACED]->(had:Order)-[hadLine:CONTAINS]->(:Product {sku: $offered})
  WHERE (had.isPurchase OR had.status = 'PENDING') AND had.placedAt <= $offeredAt AND hadLine.quantity > 0
}`,
      `NOT EXISTS {
  MATCH (node)-[:PERFORMED]->(word:Event)-[:ABOUT]->(:Product {sku: $offered})
  WHERE word.name IN $declinedEvents AND word.occurredAt <= $offeredAt AND NOT EXISTS {
    MATCH (node)-[:PERFORMED]->(later:Event)-[:ABOUT]->(:Product {sku: $offered})
    WHERE later.name IN $wantedEvents AND later.occurredAt <= $offeredAt
      AND (later.occurredAt > word.occurredAt OR later.occurredAt = word.occurredAt AND later.key > word.key)
  }
}`,
    ],
    parameters: { offered: sku, offeredAt: asOf, declinedEvents, wantedEvents },
  };
}
