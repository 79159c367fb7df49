import type { Query } from '../../platform/neo4j/database.ts';

/** The statements that count and rank one kind of seller: stores, or staff. */
export interface CountQueries {
  /** $codes, $from, $to -> one row {groups, moved}: groups with a change in them, and who changed its group. */
  readonly count: Query;
  /** The same for all: $from, $to. */
  readonly countAll: Query;
  /** $groups, null for all -> {code, group, revenueMinor, performance}. */
  readonly readPeers: Query;
  /** $bands: [{code, performance}]. */
  readonly saveBands: Query;
}

// `performanceGroup` is the group of peers a node was last counted in. It is kept, as a node that changes its format
// leaves a group behind that has to be ranked anew.
function countText(start: string, key: string, group: string): string {
  return `${start}
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
  collect(CASE WHEN moved THEN seller.code END) AS moved`;
}

function queriesFor(noun: string, label: string, key: string, given: string, group: string): CountQueries {
  return {
    count: { name: `performance.${noun}.count`, text: countText(given, key, group) },
    countAll: { name: `performance.${noun}.countAll`, text: countText(`MATCH (seller:${label})`, key, group) },
    readPeers: {
      name: `performance.${noun}.readPeers`,
      text: `MATCH (seller:${label})
WHERE $groups IS NULL OR seller.performanceGroup IN $groups
RETURN seller.code AS code, seller.performanceGroup AS group, seller.revenueMinor AS revenueMinor,
  seller.performance AS performance`,
    },
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
  `UNWIND $codes AS code
MATCH (seller:Store {code: code})`,
  `WITH seller, revenueMinor, coalesce('format:' + seller.format, 'no format') AS group`,
);

/** Staff: peers are the staff of stores of the same format. */
export const staffQueries: CountQueries = queriesFor(
  'staff',
  'Staff',
  'staffCode',
  `UNWIND $codes AS code
MATCH (seller:Staff {code: code})`,
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
