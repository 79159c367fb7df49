import type { Query } from '../../platform/neo4j/database.ts';
import { purchasesOf, type SellerKey } from '../orders/purchases-of.ts';

/** The statements that count and rank stores and staff. */
export interface CountQueries {
  /**
   * $storeCodes, $staffCodes, $from, $to -> one row {countedAt, stores, staff}: of each the groups of peers in which anything changed,
   * as [codes, revenues, bands]; no band is ''. Staff of a store that changes its format are counted with those given, as they change
   * their peers too. Other counts wait until the transaction ends.
   */
  readonly count: Query;
  /** The same for all, with all groups: $from, $to. */
  readonly countAll: Query;
}

/** $bands: [{code, performance}]. */
export const saveBands: Readonly<Record<'stores' | 'staff', Query>> = {
  stores: bandsOf('stores', 'Store'),
  staff: bandsOf('staff', 'Staff'),
};

function bandsOf(noun: string, label: string): Query {
  return {
    name: `performance.${noun}.saveBands`,
    text: `UNWIND $bands AS band
MATCH (seller:${label} {code: band.code})
SET seller.performance = band.performance`,
  };
}

// `performanceGroup` is the group of peers a node was last counted in. It is kept, as a node that changes its format
// leaves a group behind that has to be ranked anew.
function countText(start: string, key: SellerKey, group: string): string {
  return `${start}
  CALL (seller) {
    ${purchasesOf(key, 'seller.code')}
    RETURN sum(sale.netMinor) AS revenueMinor
  }
  ${group}
  WITH seller, revenueMinor, group, seller.performanceGroup AS groupBefore, seller.revenueMinor AS revenueBefore
  WITH seller, revenueMinor, group, groupBefore, groupBefore IS NULL OR groupBefore <> group AS moved,
    revenueBefore IS NULL OR revenueBefore <> revenueMinor AS sold
  WHERE moved OR sold
  SET seller.revenueMinor = revenueMinor, seller.performanceGroup = group`;
}

// Lists, as hundreds of peers are read for every order that comes in.
const peersText = (label: string, ranked: string) => `MATCH (peer:${label})
  WHERE ${ranked}
  WITH peer.performanceGroup AS group, collect(peer.code) AS codes, collect(coalesce(peer.revenueMinor, 0)) AS revenues,
    collect(coalesce(peer.performance, '')) AS bands`;

const formatGroup = "coalesce('format:' + store.format, 'no format')";

const storeGroup = `WITH seller, revenueMinor, seller AS store
  WITH seller, revenueMinor, ${formatGroup} AS group`;

const staffGroup = `OPTIONAL MATCH (seller)-[:WORKS_AT]->(store:Store)
  WITH seller, revenueMinor, CASE WHEN store IS NULL THEN 'no store' ELSE ${formatGroup} END AS group`;

/** Where stores and staff that are counted come from, and which groups of peers are told. */
interface Extent {
  readonly stores: string;
  /** With the codes of stores that changed their groups in scope, as `movedStores`. */
  readonly staff: string;
  /** With `groups` in scope. */
  readonly ranked: string;
}

// Setting a property takes the write lock: counts wait for each other, and each sees what the one before it wrote.
// All in one statement: it follows every order that comes in.
function text({ stores, staff, ranked }: Extent): string {
  return `MERGE (state:PerformanceCount {id: 'performance'})
SET state.refreshedAt = $to
WITH state.countedAt AS countedAt
CALL () {
  ${countText(stores, 'storeCode', storeGroup)}
  RETURN collect(DISTINCT group) + collect(DISTINCT groupBefore) AS groups, collect(CASE WHEN moved THEN seller.code END) AS movedStores
}
CALL (groups) {
  ${peersText('Store', ranked)}
  RETURN collect([codes, revenues, bands]) AS stores
}
WITH countedAt, stores, movedStores
CALL (movedStores) {
  ${countText(staff, 'staffCode', staffGroup)}
  RETURN collect(DISTINCT group) + collect(DISTINCT groupBefore) AS groups
}
CALL (groups) {
  ${peersText('Staff', ranked)}
  RETURN collect([codes, revenues, bands]) AS staff
}
RETURN countedAt, stores, staff`;
}

export const countQueries: CountQueries = {
  count: {
    name: 'performance.count',
    text: text({
      stores: `UNWIND $storeCodes AS code
  MATCH (seller:Store {code: code})`,
      staff: `UNWIND $staffCodes + COLLECT {
    UNWIND movedStores AS code
    MATCH (:Store {code: code})<-[:WORKS_AT]-(member:Staff)
    RETURN member.code
  } AS code
  WITH DISTINCT code
  MATCH (seller:Staff {code: code})`,
      ranked: 'peer.performanceGroup IN groups',
    }),
  },
  countAll: {
    name: 'performance.countAll',
    text: text({
      stores: 'MATCH (seller:Store)',
      staff: 'MATCH (seller:Staff)',
      ranked: 'peer.performanceGroup IS NOT NULL',
    }),
  },
};
