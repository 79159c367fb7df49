import { subtractDuration } from '../../src/platform/time.ts';
import { UNTIL } from '../dataset.ts';

/** A question that analysts ask, in the rule language, in hand-written Cypher, and as a filter of @neo4j/graphql. */
export interface BenchRule {
  readonly name: string;
  readonly rule: string;
  /** Gives the customers as `c`, perhaps more than once; started where one would start by hand. */
  readonly cypher: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** A `where` of its `customersConnection`; missing where counting or summing over filtered relations is asked. */
  readonly rival?: Readonly<Record<string, unknown>>;
}

const until = new Date(UNTIL).toISOString();
const ago = (duration: string) => subtractDuration(new Date(UNTIL), duration, 'Asia/Shanghai').toISOString();
const window = (duration: string) => ({ from: ago(duration), to: until });
const within = 'o.placedAt > datetime($from) AND o.placedAt <= datetime($to)';
const purchase = { isPurchase: { eq: true } };
const inCategory = (name: string) => ({ products: { some: { category: { includes: name } } } });
const tagged = { tags: { includes: 'hiker' } };

/** Twenty of them, from one property to three hops, selective and not. */
export const rules: readonly BenchRule[] = [
  { name: 'one tag', rule: 'tags has "hiker"', cypher: "MATCH (c:Customer) WHERE 'hiker' IN c.tags", rival: tagged },
  {
    name: 'cities',
    rule: 'city in ("City 3", "City 7")',
    cypher: "MATCH (c:Customer) WHERE c.city IN ['City 3', 'City 7']",
    rival: { city: { in: ['City 3', 'City 7'] } },
  },
  {
    name: 'spent much',
    rule: 'totalSpent >= 5000',
    cypher: 'MATCH (c:Customer) WHERE c.totalSpentMinor >= 500000',
    rival: { totalSpentMinor: { gte: '500000' } },
  },
  {
    name: 'bought of late',
    rule: 'lastPurchaseAt within 30 days',
    cypher: 'MATCH (c:Customer) WHERE c.lastPurchaseAt > datetime($from) AND c.lastPurchaseAt <= datetime($to)',
    parameters: window('P30D'),
    rival: { lastPurchaseAt: { gt: ago('P30D'), lte: until } },
  },
  {
    name: 'lapsed',
    rule: 'lastPurchaseAt is known and lastPurchaseAt not within 6 months',
    cypher: 'MATCH (c:Customer) WHERE c.lastPurchaseAt <= datetime($from)',
    parameters: { from: ago('P6M') },
    rival: { lastPurchaseAt: { lte: ago('P6M') } },
  },
  {
    name: 'bought often',
    rule: 'purchaseCount >= 10',
    cypher: 'MATCH (c:Customer) WHERE c.purchaseCount >= 10',
    rival: { purchaseCount: { gte: 10 } },
  },
  {
    name: 'never bought',
    rule: 'no purchases',
    cypher: 'MATCH (c:Customer) WHERE c.purchaseCount = 0',
    rival: { NOT: { orders: { some: purchase } } },
  },
  {
    name: 'bought in a promotion',
    rule: 'purchases where (promotion = "618")',
    cypher: "MATCH (o:Order {promotion: '618'}) WHERE o.isPurchase MATCH (c:Customer)-[:PLACED]->(o)",
    rival: { orders: { some: { ...purchase, promotion: { eq: '618' } } } },
  },
  {
    name: 'bought a category',
    rule: 'purchases where (lines where (product.category = "Trekking poles"))',
    cypher:
      "MATCH (p:Product) WHERE 'Trekking poles' IN p.category MATCH (p)<-[:CONTAINS]-(o:Order) WHERE o.isPurchase MATCH (c:Customer)-[:PLACED]->(o)",
    rival: { orders: { some: { ...purchase, ...inCategory('Trekking poles') } } },
  },
  {
    name: 'bought one product',
    rule: 'purchases where (lines where (product.sku = "p7"))',
    cypher: "MATCH (:Product {sku: 'p7'})<-[:CONTAINS]-(o:Order) WHERE o.isPurchase MATCH (c:Customer)-[:PLACED]->(o)",
    rival: { orders: { some: { ...purchase, products: { some: { sku: { eq: 'p7' } } } } } },
  },
  {
    name: 'one product at one store',
    rule: 'purchases where (store.code = "s90" and lines where (product.sku = "p7"))',
    cypher:
      "MATCH (:Product {sku: 'p7'})<-[:CONTAINS]-(o:Order)-[:AT]->(:Store {code: 's90'}) WHERE o.isPurchase MATCH (c:Customer)-[:PLACED]->(o)",
    rival: {
      orders: {
        some: { ...purchase, store: { some: { code: { eq: 's90' } } }, products: { some: { sku: { eq: 'p7' } } } },
      },
    },
  },
  {
    name: 'hikers who bought poles at weak stores',
    rule: 'tags has "hiker" and purchases where (store.performance = LOW and lines where (product.category = "Trekking poles"))',
    cypher:
      "MATCH (p:Product) WHERE 'Trekking poles' IN p.category MATCH (p)<-[:CONTAINS]-(o:Order) WHERE o.isPurchase MATCH (o)-[:AT]->(:Store {performance: 'LOW'}) MATCH (c:Customer)-[:PLACED]->(o) WHERE 'hiker' IN c.tags",
    rival: {
      ...tagged,
      orders: {
        some: { ...purchase, store: { some: { performance: { eq: 'LOW' } } }, ...inCategory('Trekking poles') },
      },
    },
  },
  {
    name: 'cross-sell',
    rule: 'purchases where (lines where (product.category = "Trekking poles")) and no purchases where (lines where (product.category in ("Shell jackets", "Hiking shoes")))',
    cypher: `MATCH (p:Product) WHERE 'Trekking poles' IN p.category MATCH (p)<-[:CONTAINS]-(o:Order) WHERE o.isPurchase MATCH (c:Customer)-[:PLACED]->(o)
WITH DISTINCT c WHERE NOT EXISTS { (c)-[:PLACED]->(x:Order)-[:CONTAINS]->(q:Product) WHERE x.isPurchase AND any(name IN q.category WHERE name IN ['Shell jackets', 'Hiking shoes']) }`,
    rival: {
      orders: { some: { ...purchase, ...inCategory('Trekking poles') } },
      NOT: {
        OR: [
          { orders: { some: { ...purchase, ...inCategory('Shell jackets') } } },
          { orders: { some: { ...purchase, ...inCategory('Hiking shoes') } } },
        ],
      },
    },
  },
  {
    name: 'win back',
    rule: 'purchases where (promotion = "618" and lines where (product.sku = "p7")) and no orders where (placedAt within 6 months)',
    cypher: `MATCH (:Product {sku: 'p7'})<-[:CONTAINS]-(first:Order {promotion: '618'}) WHERE first.isPurchase MATCH (c:Customer)-[:PLACED]->(first)
WITH DISTINCT c WHERE NOT EXISTS { (c)-[:PLACED]->(o:Order) WHERE ${within} }`,
    parameters: window('P6M'),
    rival: {
      orders: { some: { ...purchase, promotion: { eq: '618' }, products: { some: { sku: { eq: 'p7' } } } } },
      NOT: { orders: { some: { placedAt: { gt: ago('P6M'), lte: until } } } },
    },
  },
  {
    name: 'often of late',
    rule: 'purchases where (placedAt within 90 days) count >= 3',
    cypher: `MATCH (o:Order) WHERE o.isPurchase AND ${within} MATCH (c:Customer)-[:PLACED]->(o) WITH c, count(o) AS n WHERE n >= 3`,
    parameters: window('P90D'),
  },
  {
    name: 'much of late',
    rule: 'purchases where (placedAt within 90 days) total > 5000',
    cypher: `MATCH (o:Order) WHERE o.isPurchase AND ${within} MATCH (c:Customer)-[:PLACED]->(o) WITH c, sum(o.netMinor) AS n WHERE n > 500000`,
    parameters: window('P90D'),
  },
  {
    name: 'pieces of a category in one order',
    rule: 'purchases where (lines where (product.category = "Tents") quantity >= 3)',
    cypher: `MATCH (p:Product) WHERE 'Tents' IN p.category MATCH (p)<-[l:CONTAINS]-(o:Order) WHERE o.isPurchase WITH o, sum(l.quantity) AS n WHERE n >= 3 MATCH (c:Customer)-[:PLACED]->(o)`,
  },
  {
    name: 'a loyal hiker',
    rule: 'lifecycleStage = LOYAL and tags has "hiker"',
    cypher:
      "MATCH (c:Customer) WHERE c.purchaseCount >= 5 AND c.lastPurchaseAt >= datetime($from) AND 'hiker' IN c.tags",
    parameters: { from: new Date(UNTIL - 365 * 86_400_000).toISOString() },
    rival: {
      ...tagged,
      purchaseCount: { gte: 5 },
      lastPurchaseAt: { gte: new Date(UNTIL - 365 * 86_400_000).toISOString() },
    },
  },
  {
    name: 'sent back',
    rule: 'orders where (status = REFUNDED and placedAt within 90 days)',
    cypher: `MATCH (o:Order) WHERE ${within} AND o.status = 'REFUNDED' MATCH (c:Customer)-[:PLACED]->(o)`,
    parameters: window('P90D'),
    rival: { orders: { some: { status: { eq: 'REFUNDED' }, placedAt: { gt: ago('P90D'), lte: until } } } },
  },
  {
    name: 'either of two products',
    rule: 'purchases where (lines where (product.sku = "p7")) or purchases where (lines where (product.sku = "p11"))',
    cypher:
      "MATCH (p:Product) WHERE p.sku IN ['p7', 'p11'] MATCH (p)<-[:CONTAINS]-(o:Order) WHERE o.isPurchase MATCH (c:Customer)-[:PLACED]->(o)",
    rival: { orders: { some: { ...purchase, products: { some: { sku: { in: ['p7', 'p11'] } } } } } },
  },
];
