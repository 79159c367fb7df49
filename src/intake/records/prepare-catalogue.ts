import type { ProductRecord, StaffRecord, StoreRecord } from '../../platform/generated/schema-types.ts';
import { toReportingMinor } from '../../platform/money.ts';
import { contentHash } from './content-hash.ts';
import type { ProductFact, StaffFact, StoreFact } from './facts.ts';
import { amount, checkCurrency, type PrepareContext, plain, plainTags, versionOf } from './prepare-context.ts';

const base = (record: { updatedAt?: string | null }, key: string, context: PrepareContext) => ({
  index: context.index,
  key,
  version: versionOf(record.updatedAt),
  contentHash: contentHash(record),
});

/** A store as its own properties. */
export function prepareStore(record: StoreRecord, context: PrepareContext): StoreFact {
  return {
    type: 'store',
    ...base(record, record.code, context),
    properties: {
      name: plain(record.name),
      format: plain(record.format),
      city: plain(record.city),
      province: plain(record.province),
      country: plain(record.country),
      region: plain(record.region),
      openedOn: record.openedOn ?? null,
      tags: plainTags(record.tags),
    },
  };
}

/** A member of staff, with the store they work at and their manager by code. */
export function prepareStaff(record: StaffRecord, context: PrepareContext): StaffFact {
  return {
    type: 'staff',
    ...base(record, record.code, context),
    store: record.store ?? null,
    manager: record.manager ?? null,
    properties: {
      name: plain(record.name),
      title: plain(record.title),
      hiredOn: record.hiredOn ?? null,
      tags: plainTags(record.tags),
    },
  };
}

/** A product; its price is kept as stated and in the reporting currency. */
export function prepareProduct(record: ProductRecord, context: PrepareContext): ProductFact {
  const price = record.price;
  const path = ['product', 'price'];
  const minor =
    price && checkCurrency(price.currency, [...path, 'currency'], context)
      ? amount(price.amount, price.currency, [...path, 'amount'], context)
      : null;
  const category = (record.category ?? []).map(plain).filter((name) => name !== null);
  return {
    type: 'product',
    ...base(record, record.sku, context),
    category,
    properties: {
      name: plain(record.name),
      category,
      brand: plain(record.brand),
      currency: price?.currency ?? null,
      priceMinor: minor,
      priceValueMinor: price && minor !== null ? toReportingMinor(minor, price.currency, context.money) : null,
      tags: plainTags(record.tags),
      attributes: record.attributes === undefined ? null : JSON.stringify(record.attributes),
    },
  };
}
