import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { align, distinct } from '../align.ts';
import { purchasesOf } from '../orders/purchases-of.ts';
import { mapOf } from '../properties.ts';
import { readInteger, readText } from '../read-properties.ts';
import { type StoreRow, storeFromNode, storeProperties } from './store-row.ts';

const findByCode: Query = {
  name: 'stores.byCode',
  text: `UNWIND $codes AS code
MATCH (store:Store {code: code})
RETURN ${mapOf('store', storeProperties)} AS store`,
};

const sumRevenue: Query = {
  name: 'stores.revenue',
  text: `UNWIND $codes AS code
CALL (code) {
  ${purchasesOf('storeCode', 'code')}
  RETURN sum(sale.netMinor) AS revenueMinor
}
RETURN code, revenueMinor`,
};

/** Reads stores. Every call is one statement, whatever the number of codes; results stand in the order of the codes. */
export interface StoresStore {
  byCode(codes: readonly string[]): Promise<(StoreRow | null)[]>;
  /** Net revenue of the purchases with from < placedAt <= to, in minor units of the reporting currency; 0 when there are none. */
  revenue(codes: readonly string[], from: Date, to: Date): Promise<number[]>;
}

export function createStoresStore(database: Database): StoresStore {
  return {
    async byCode(codes) {
      const rows = await database.read<{ store: Row }>(findByCode, { codes: distinct(codes) });
      const stores = rows.map(({ store }) => storeFromNode(store));
      return align(codes, new Map(stores.map((store) => [store.code, store])));
    },
    async revenue(codes, from, to) {
      const rows = await database.read(sumRevenue, { codes: distinct(codes), from, to });
      const sums = new Map(rows.map((row) => [readText(row, 'code'), readInteger(row, 'revenueMinor')]));
      return codes.map((code) => sums.get(code) ?? 0);
    },
  };
}
