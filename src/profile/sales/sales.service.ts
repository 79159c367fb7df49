import { distinct } from '../../catalogue/align.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { addToLocalDate, localDateOf, startOfDay, subtractDuration } from '../../platform/time.ts';
import type { LifecycleRules } from '../lifecycle/lifecycle-rules.ts';
import { type LifecycleStage, lifecycleStages } from '../lifecycle/stages.ts';
import { createSalesStore, type SalesMonth, type SalesPart, type SalesPeriod, type SellerKind } from './sales.store.ts';

/** What a seller, or the middle one of several, sold in a period. */
export interface SalesFigures {
  readonly revenueMinor: number;
  readonly purchases: number;
  readonly customers: number;
  /** Revenue per purchase, rounded half up; null without one. */
  readonly averageMinor: number | null;
  /** Of the customers, 0 to 1: who has bought more than once, anywhere; who is LOYAL. Null without a customer. */
  readonly repeatRate: number | null;
  readonly loyalShare: number | null;
}

/** The others of a seller's group: how many, the median of each figure over them, and by revenue how many sell more, plus one. */
export interface SalesPeers extends SalesFigures {
  readonly count: number;
  readonly rank: number;
}

/** What was sold in a local month, told by its first day. */
export type ReportedMonth = Omit<SalesMonth, 'code'>;

/** A seller as a picture: what was sold, to whom, against peers, and how it goes. */
export interface SalesReport extends SalesFigures, SalesPeriod {
  /** Every stage once. */
  readonly stages: readonly { readonly stage: LifecycleStage; readonly customers: number }[];
  /** Null for one without peers. */
  readonly peers: SalesPeers | null;
  /** The twelve local months up to the end of the period, oldest first, also those without a sale. */
  readonly trend: readonly ReportedMonth[];
}

/** Which period: its length as an ISO 8601 duration, and its end. */
export interface ReportArguments {
  readonly within: string;
  readonly asOf: Date;
}

/** What stores and staff sold. Three statements, however many are asked for; one report for each code, in that order. */
export interface SalesService {
  reportsOf(kind: SellerKind, codes: readonly string[], period: ReportArguments): Promise<SalesReport[]>;
}

const MONTHS = 12;

/** Of an even number the lower of the two in the middle, so that it is a value that somebody has. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function figuresOf(parts: readonly SalesPart[]): SalesFigures {
  const sum = (of: (part: SalesPart) => number) => parts.reduce((total, part) => total + of(part), 0);
  const [customers, purchases] = [sum((part) => part.customers), sum((part) => part.purchases)];
  const revenueMinor = sum((part) => part.revenueMinor);
  const share = (count: number) => (customers === 0 ? null : count / customers);
  return {
    ...{ revenueMinor, purchases, customers },
    averageMinor: purchases === 0 ? null : Math.floor((2 * revenueMinor + purchases) / (2 * purchases)),
    repeatRate: share(sum((part) => part.returned)),
    loyalShare: share(sum((part) => (part.stage === 'LOYAL' ? part.customers : 0))),
  };
}

function comparePeers(own: SalesFigures, others: readonly SalesFigures[]): SalesPeers | null {
  if (others.length === 0) return null;
  const middle = (of: (figures: SalesFigures) => number | null) =>
    median(others.map(of).filter((value) => value !== null));
  return {
    count: others.length,
    rank: 1 + others.filter(({ revenueMinor }) => revenueMinor > own.revenueMinor).length,
    revenueMinor: middle(({ revenueMinor }) => revenueMinor) ?? 0,
    purchases: middle(({ purchases }) => purchases) ?? 0,
    customers: middle(({ customers }) => customers) ?? 0,
    averageMinor: middle(({ averageMinor }) => averageMinor),
    repeatRate: middle(({ repeatRate }) => repeatRate),
    loyalShare: middle(({ loyalShare }) => loyalShare),
  };
}

export function createSalesService(database: Database, rules: LifecycleRules, timeZone: string): SalesService {
  const stores = {
    store: createSalesStore(database, 'store', rules),
    staff: createSalesStore(database, 'staff', rules),
  };
  return {
    async reportsOf(kind, codes, { within, asOf }) {
      const store = stores[kind];
      const period = { from: subtractDuration(asOf, within, timeZone), to: asOf };
      const thisMonth = `${localDateOf(asOf, timeZone).slice(0, 7)}-01`;
      const months = Array.from({ length: MONTHS }, (_, at) => addToLocalDate(thisMonth, `-P${MONTHS - 1 - at}M`));
      // the first instant of the first month counts
      const trendFrom = new Date(startOfDay(months[0] as string, timeZone).getTime() - 1);
      const asked = distinct(codes);
      const peers = await store.peersOf(asked);
      const [parts, trend] = await Promise.all([
        store.partsOf(distinct([...asked, ...[...peers.values()].flat()]), period),
        store.monthsOf(asked, { from: trendFrom, to: asOf }, timeZone),
      ]);
      const partsOf = (code: string) => parts.filter((part) => part.code === code);
      return codes.map((code) => {
        const own = partsOf(code);
        const figures = figuresOf(own);
        const sold = new Map(trend.filter((month) => month.code === code).map((month) => [month.month, month]));
        return {
          ...period,
          ...figures,
          stages: lifecycleStages.map((stage) => ({
            stage,
            customers: own.find((part) => part.stage === stage)?.customers ?? 0,
          })),
          peers: comparePeers(
            figures,
            (peers.get(code) ?? []).map((peer) => figuresOf(partsOf(peer))),
          ),
          trend: months.map((month) => {
            const { customers = 0, purchases = 0, revenueMinor = 0 } = sold.get(month) ?? {};
            return { month, customers, purchases, revenueMinor };
          }),
        };
      });
    },
  };
}
