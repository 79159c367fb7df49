import { purchasesOf } from '../../catalogue/orders/purchases-of.ts';
import { readInteger, readOptionalChoice, readText } from '../../catalogue/read-properties.ts';
import type { Database, Query } from '../../platform/neo4j/database.ts';
import type { LifecycleRules } from '../lifecycle/lifecycle-rules.ts';
import { printStage } from '../lifecycle/print-stage.ts';
import { type LifecycleStage, lifecycleStages } from '../lifecycle/stages.ts';

/** Who sells: shops, or members of staff. */
export type SellerKind = 'store' | 'staff';

/** What sellers are asked about: later than `from`, up to and including `to`. */
export interface SalesPeriod {
  readonly from: Date;
  readonly to: Date;
}

/** What a seller sold to customers of one stage; null: to nobody known here. */
export interface SalesPart {
  readonly code: string;
  readonly stage: LifecycleStage | null;
  readonly customers: number;
  /** Those of them who have bought more than once, anywhere. */
  readonly returned: number;
  readonly purchases: number;
  readonly revenueMinor: number;
}

/** What a seller sold in one local month. */
export interface SalesMonth {
  readonly code: string;
  /** Its first day, a local date. */
  readonly month: string;
  readonly customers: number;
  readonly purchases: number;
  readonly revenueMinor: number;
}

const labels = { store: 'Store', staff: 'Staff' } as const;
const keys = { store: 'storeCode', staff: 'staffCode' } as const;

const sales = (kind: SellerKind) => purchasesOf(keys[kind], 'code');

const findPeers = (kind: SellerKind): Query => ({
  name: `sales.${kind}.peers`,
  text: `UNWIND $codes AS code
MATCH (seller:${labels[kind]} {code: code})
CALL (seller) {
  MATCH (peer:${labels[kind]})
  WHERE peer.performanceGroup = seller.performanceGroup AND peer <> seller
  RETURN collect(peer.code) AS peers
}
RETURN code, peers`,
});

const countMonths = (kind: SellerKind): Query => ({
  name: `sales.${kind}.months`,
  text: `UNWIND $codes AS code
CALL (code) {
  ${sales(kind)}
  OPTIONAL MATCH (customer:Customer)-[:PLACED]->(sale)
  WITH date.truncate('month', datetime({datetime: sale.placedAt, timezone: $timeZone})) AS month, customer, sale
  RETURN month, count(DISTINCT customer) AS customers, count(sale) AS purchases, sum(sale.netMinor) AS revenueMinor
}
RETURN code, toString(month) AS month, customers, purchases, revenueMinor
ORDER BY code, month`,
});

/** Reads what sellers sold; every call is one statement, however many are asked for. */
export interface SalesStore {
  /** Those whom each is compared with, itself left out. */
  peersOf(codes: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** By the stage that customers have at the end of the period, by their figures as they are today. */
  partsOf(codes: readonly string[], period: SalesPeriod): Promise<SalesPart[]>;
  /** Months without a sale are left out. */
  monthsOf(codes: readonly string[], period: SalesPeriod, timeZone: string): Promise<SalesMonth[]>;
}

export function createSalesStore(database: Database, kind: SellerKind, rules: LifecycleRules): SalesStore {
  const [peers, months] = [findPeers(kind), countMonths(kind)];
  return {
    async peersOf(codes) {
      const rows = await database.read<{ code: string; peers: string[] }>(peers, { codes });
      return new Map(rows.map((row) => [row.code, row.peers]));
    },
    async partsOf(codes, { from, to }) {
      const { text, parameters } = printStage(
        {
          known: 'coalesce(customer.known, false)',
          purchaseCount: 'coalesce(customer.purchaseCount, 0)',
          lastPurchaseAt: 'customer.lastPurchaseAt',
          interestAt: 'customer.interestAt',
        },
        'stage',
        to,
        rules,
      );
      const query: Query = {
        name: `sales.${kind}.parts`,
        text: `UNWIND $codes AS code
CALL (code) {
  ${sales(kind)}
  OPTIONAL MATCH (customer:Customer)-[:PLACED]->(sale)
  WITH customer, count(sale) AS purchases, sum(sale.netMinor) AS revenueMinor
  WITH customer, purchases, revenueMinor, CASE WHEN customer IS NULL THEN null ELSE ${text} END AS stage
  RETURN stage, count(customer) AS customers, count(CASE WHEN customer.purchaseCount > 1 THEN 1 END) AS returned,
    sum(purchases) AS purchases, sum(revenueMinor) AS revenueMinor
}
RETURN code, stage, customers, returned, purchases, revenueMinor`,
      };
      const rows = await database.read(query, { codes, from, to, ...parameters });
      return rows.map((row) => ({
        code: readText(row, 'code'),
        stage: readOptionalChoice(row, 'stage', lifecycleStages),
        customers: readInteger(row, 'customers'),
        returned: readInteger(row, 'returned'),
        purchases: readInteger(row, 'purchases'),
        revenueMinor: readInteger(row, 'revenueMinor'),
      }));
    },
    monthsOf: (codes, { from, to }, timeZone) =>
      database.read<SalesMonth & Record<string, unknown>>(months, { codes, from, to, timeZone }),
  };
}
