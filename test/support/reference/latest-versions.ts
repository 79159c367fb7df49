import type {
  CustomerFact,
  EventFact,
  OrderFact,
  ProductFact,
  RecordJson,
  StaffFact,
  StoreFact,
} from './record-input.ts';

/** The facts as they stand once every version has been heard: one of each key, the newest. */
export interface Facts {
  stores: Map<string, StoreFact>;
  staff: Map<string, StaffFact>;
  products: Map<string, ProductFact>;
  customers: Map<string, CustomerFact>;
  orders: Map<string, OrderFact>;
  events: Map<string, EventFact>;
  /** Every version of the customer records, as identifiers once stated stay evidence. */
  customerVersions: CustomerFact[];
}

export const recordKey = (record: { source: string; recordId: string }): string =>
  `${record.source}|${record.recordId}`;
export const orderKey = (order: { source: string; number: string }): string => `${order.source}|${order.number}`;
export const eventKey = (event: { source: string; eventId: string }): string => `${event.source}|${event.eventId}`;

/** Keeps the newest version of every fact. Equal times with different contents are not told apart here: worlds avoid them. */
export function latestVersions(records: readonly RecordJson[]): Facts {
  const facts: Facts = {
    stores: new Map(),
    staff: new Map(),
    products: new Map(),
    customers: new Map(),
    orders: new Map(),
    events: new Map(),
    customerVersions: [],
  };
  for (const record of records) {
    if ('store' in record) keep(facts.stores, record.store.code, record.store, lastChange);
    else if ('staff' in record) keep(facts.staff, record.staff.code, record.staff, lastChange);
    else if ('product' in record) keep(facts.products, record.product.sku, record.product, lastChange);
    else if ('customer' in record) {
      keep(facts.customers, recordKey(record.customer), record.customer, (version) => Date.parse(version.observedAt));
      facts.customerVersions.push(record.customer);
    } else if ('order' in record) {
      const changed = (version: OrderFact) => Date.parse(version.updatedAt ?? version.placedAt);
      keep(facts.orders, orderKey(record.order), record.order, changed);
    } else keep(facts.events, eventKey(record.event), record.event, () => 0);
  }
  return facts;
}

function lastChange(version: { updatedAt?: string }): number {
  return version.updatedAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(version.updatedAt);
}

function keep<T>(kept: Map<string, T>, key: string, version: T, changed: (version: T) => number): void {
  const other = kept.get(key);
  if (other === undefined || changed(version) > changed(other)) kept.set(key, version);
  else if (changed(version) === changed(other) && JSON.stringify(version) !== JSON.stringify(other)) {
    throw new Error(`two versions of ${key} are equally new: the reference does not decide between them`);
  }
}
