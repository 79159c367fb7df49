import type { Sortable, SortField } from './ordering.ts';

const text = (property: string): SortField => ({ property, type: 'string', nullable: true });
const key = (property: string): SortField => ({ property, type: 'string', nullable: false });
const amount = (property: string): SortField => ({ property, type: 'integer', nullable: true });
const count = (property: string): SortField => ({ property, type: 'integer', nullable: false });
const instant = (property: string): SortField => ({ property, type: 'instant', nullable: true });
const knownInstant = (property: string): SortField => ({ property, type: 'instant', nullable: false });

/** Customers: by id, which is the order they were made in. */
export const customersSortable: Sortable = {
  list: 'customers',
  fields: {
    ID: key('id'),
    CREATED_AT: knownInstant('createdAt'),
    UPDATED_AT: knownInstant('updatedAt'),
    DISPLAY_NAME: text('displayName'),
    CITY: text('city'),
    FIRST_PURCHASE_AT: instant('firstPurchaseAt'),
    LAST_PURCHASE_AT: instant('lastPurchaseAt'),
    LAST_SEEN_AT: instant('lastSeenAt'),
    PURCHASE_COUNT: count('purchaseCount'),
    TOTAL_SPENT: count('totalSpentMinor'),
    AVERAGE_PURCHASE_VALUE: amount('averagePurchaseMinor'),
  },
  key: key('id'),
  byDefault: [],
};

/** Orders: newest first, then by key. */
export const ordersSortable: Sortable = {
  list: 'orders',
  fields: {},
  key: key('key'),
  byDefault: [{ ...knownInstant('placedAt'), direction: 'DESC' }],
};

/** Stores: by code. */
export const storesSortable: Sortable = {
  list: 'stores',
  fields: { CODE: key('code'), NAME: text('name'), CITY: text('city'), REVENUE: amount('revenueMinor') },
  key: key('code'),
  byDefault: [],
};

/** Staff: by code. */
export const staffSortable: Sortable = { list: 'staff', fields: {}, key: key('code'), byDefault: [] };

/** Products: by sku. */
export const productsSortable: Sortable = { list: 'products', fields: {}, key: key('sku'), byDefault: [] };

/** Segments: by name, which is unique. */
export const segmentsSortable: Sortable = { list: 'segments', fields: {}, key: key('name'), byDefault: [] };

/** Exports: newest first, then by id. */
export const exportsSortable: Sortable = {
  list: 'exports',
  fields: {},
  key: key('id'),
  byDefault: [{ ...knownInstant('startedAt'), direction: 'DESC' }],
};

/** Customers kept apart: by identifier, then by the facts that name it, which no other has. */
export const refusalsSortable: Sortable = {
  list: 'refusals',
  fields: {},
  key: key('otherFact'),
  byDefault: [
    { ...key('via'), direction: 'ASC' },
    { ...key('oneFact'), direction: 'ASC' },
  ],
};

/** Customers who are alike: the likeliest first. Only they have a score. */
export const alikeSortable: Sortable = {
  ...refusalsSortable,
  list: 'alike',
  byDefault: [{ ...count('scoreMillionths'), direction: 'DESC' }, ...refusalsSortable.byDefault],
};

/** Possible matches: the likeliest first, then those kept apart, which have no score. */
export const possibleMatchesSortable: Sortable = {
  ...refusalsSortable,
  list: 'possibleMatches',
  byDefault: [{ ...amount('scoreMillionths'), direction: 'DESC' }, ...refusalsSortable.byDefault],
};
