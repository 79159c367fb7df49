import type { Query } from '../../platform/neo4j/database.ts';

/** The statements that count and rank one kind of seller: stores, or staff. */
export interface CountQueries {
  /**
   * $codes, $from, $to -> one row {countedAt, moved, peers}: who changed its group, and the groups in which anything changed, as
   * peers {code, group, revenueMinor, performance}. Other counts wait until the transaction ends.
   */
  readonly count: Query;
  /** The same for all, with all groups: $from, $to. */
  readonly countAll: Query;
  /** $bands: [{code, performance}]. */
  readonly saveBands: Query;
}

// Setting a property takes the write lock: counts wait for each other, and each sees what the one before it wrote.
// `performanceGroup` is the group of peers a node was last counted in. It is kept, as a node that changes its format
// leaves a group behind that has to be ranked anew. All in one statement: it follows every order that comes in.
function countText(start: string, label: string, key: string, group: string, ranked: string): string {
  return `MERGE (state:PerformanceCount {id: 'performance'})
SET state.refreshedAt = $to
WITH state.countedAt AS countedAt
CALL () {
  ${start}
  CALL (seller) {
    MATCH (sale:Order)
    USING INDEX sale:Order(${key}, placedAt)
    WHERE sale.${key} = seller.code AND sale.placedAt > $from AND sale.placedAt <= $to AND sale.isPurchase
    RETURN sum(sale.netMinor) AS revenueMinor
  }
  ${group}
  WITH seller, revenueMinor, group, seller.performanceGroup AS groupBefore, seller.revenueMinor AS revenueBefore
  WITH seller, revenueMinor, group, groupBefore, groupBefore IS NULL OR groupBefore <> group AS moved,
    revenueBefore IS NULL OR revenueBefore <> revenueMinor AS sold
  WHERE moved OR sold
  SET seller.revenueMinor = revenueMinor, seller.performanceGroup = group
  RETURN collect(DISTINCT group) + collect(DISTINCT groupBefore) AS groups,
    collect(CASE WHEN moved THEN seller.code END) AS moved
}
CALL (groups) {
  MATCH (peer:${label})
  WHERE ${ranked}
  RETURN collect(peer {.code, .revenueMinor, .performance, group: peer.performanceGroup}) AS peers
}
RETURN countedAt, moved, peers`;
}

function queriesFor(noun: string, label: string, key: string, group: string): CountQueries {
  const given = `UNWIND $codes AS code
  MATCH (seller:${label} {code: code})`;
  const all = `MATCH (seller:${label})`;
  return {
    count: {
      name: `performance.${noun}.count`,
      text: countText(given, label, key, group, 'peer.performanceGroup IN groups'),
    },
    countAll: { name: `performance.${noun}.countAll`, text: countText(all, label, key, group, 'true') },
    saveBands: {
      name: `performance.${noun}.saveBands`,
      text: `UNWIND $bands AS band
MATCH (seller:${label} {code: band.code})
SET seller.performance = band.performance`,
    },
  };
}

/** Stores: peers are the stores of the same format. */
export const storeQueries: CountQueries = queriesFor(
  'stores',
  'Store',
  'storeCode',
  `WITH seller, revenueMinor, coalesce('format:' + seller.format, 'no format') AS group`,
);

/** Staff: peers are the staff of stores of the same format. */
export const staffQueries: CountQueries = queriesFor(
  'staff',
  'Staff',
  'staffCode',
  `OPTIONAL MATCH (seller)-[:WORKS_AT]->(store:Store)
  WITH seller, revenueMinor,
    CASE WHEN store IS NULL THEN 'no store' ELSE coalesce('format:' + store.format, 'no format') END AS group`,
);

/** $storeCodes -> {code} of everyone who works at these stores: they change peers when their store changes its format. */
export const findStaffOfStores: Query = {
  name: 'performance.staffOfStores',
  text: `UNWIND $storeCodes AS storeCode
MATCH (:Store {code: storeCode})<-[:WORKS_AT]-(staff:Staff)
RETURN staff.code AS code`,
};
