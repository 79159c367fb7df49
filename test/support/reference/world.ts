import { Big } from 'big.js';
import { bandsOf } from './bands.ts';
import { figuresOf } from './figures.ts';
import { goldenOf } from './golden.ts';
import { eventKey, latestVersions, orderKey } from './latest-versions.ts';
import { normaliseIdentifier } from './normalise.ts';
import type { EventFact, OrderFact, RecordJson } from './record-input.ts';
import { type Resolved, resolve } from './resolve.ts';
import { millis, type Settings, toReporting } from './settings.ts';

import type { Device, Event, Order, Person, Product, Staff, Store, World } from './world-types.ts';

export type * from './world-types.ts';

/** Works out the whole world from records in any order. */
export function buildWorld(records: readonly RecordJson[], settings: Settings): World {
  const facts = latestVersions(records);
  const world: World = {
    settings,
    facts,
    stores: new Map(),
    staff: new Map(),
    products: new Map(),
    orders: new Map(),
    events: new Map(),
    devices: devicesOf([...facts.events.values()]),
    persons: [],
  };
  for (const record of records) nameEverything(world, record);
  for (const order of facts.orders.values()) world.orders.set(orderKey(order), orderOf(world, order));
  for (const event of facts.events.values()) world.events.set(eventKey(event), eventOf(world, event));
  bandsOf(world);
  world.persons = resolve(facts).map((resolved) => personOf(world, resolved));
  for (const person of world.persons) {
    for (const fact of [...person.orderObjects, ...person.eventObjects]) fact.customer = person;
  }
  return world;
}

/** Whatever a record names exists from then on, also when a newer version names something else. */
function nameEverything(world: World, record: RecordJson): void {
  if ('store' in record) storeOf(world, record.store.code);
  if ('product' in record) productOf(world, record.product.sku);
  if ('staff' in record) {
    const { code, store, manager } = record.staff;
    for (const one of [code, manager]) if (one !== undefined) staffOf(world, one);
    if (store !== undefined) storeOf(world, store);
  }
  if ('order' in record) {
    const { store, staff, lines } = record.order;
    if (store !== undefined) storeOf(world, store);
    if (staff !== undefined) staffOf(world, staff);
    for (const { sku } of lines) productOf(world, sku);
  }
  if ('event' in record) {
    const { store, sku } = record.event;
    if (store !== undefined) storeOf(world, store);
    if (sku !== undefined) productOf(world, sku);
  }
}

/** The store of this code; only named so far means that nothing else is known of it. */
function storeOf(world: World, code: string): Store {
  const known = world.stores.get(code);
  if (known) return known;
  const { name, format, city, province, region, tags } = world.facts.stores.get(code) ?? {};
  const store: Store = {
    code,
    name: name ?? null,
    format: format ?? null,
    city: city ?? null,
    province: province ?? null,
    region: region ?? null,
    tags: tags ?? [],
    revenue: Big(0),
    performance: null,
  };
  world.stores.set(code, store);
  return store;
}

function staffOf(world: World, code: string): Staff {
  const known = world.staff.get(code);
  if (known) return known;
  const { name, title, tags, store, manager } = world.facts.staff.get(code) ?? {};
  const staff: Staff = {
    code,
    name: name ?? null,
    title: title ?? null,
    tags: tags ?? [],
    store: store === undefined ? null : storeOf(world, store),
    manager: null,
    revenue: Big(0),
    performance: null,
  };
  world.staff.set(code, staff);
  if (manager !== undefined) staff.manager = staffOf(world, manager);
  return staff;
}

function productOf(world: World, sku: string): Product {
  const known = world.products.get(sku);
  if (known) return known;
  const { name, category, brand, price, tags } = world.facts.products.get(sku) ?? {};
  const product: Product = {
    sku,
    name: name ?? null,
    category: category ?? [],
    brand: brand ?? null,
    price: price ? toReporting(Big(price.amount), price.currency, world.settings) : null,
    tags: tags ?? [],
  };
  world.products.set(sku, product);
  return product;
}

function orderOf(world: World, fact: OrderFact): Order {
  const reporting = (amount: Big): Big => toReporting(amount, fact.currency, world.settings);
  const lineTotal = (line: OrderFact['lines'][number]): Big =>
    Big(line.unitPrice)
      .times(line.quantity)
      .minus(line.discount ?? 0);
  const total =
    fact.total === undefined ? fact.lines.map(lineTotal).reduce((sum, one) => sum.plus(one), Big(0)) : Big(fact.total);
  const status = fact.status ?? 'PAID';
  return {
    key: orderKey(fact),
    source: fact.source,
    number: fact.number,
    placedAt: new Date(fact.placedAt),
    status,
    isPurchase: status === 'PAID' || status === 'PARTIALLY_REFUNDED',
    channel: fact.channel ?? null,
    promotion: fact.promotion ?? null,
    total: reporting(total),
    net: reporting(total.minus(fact.refunded ?? 0)),
    store: fact.store === undefined ? null : storeOf(world, fact.store),
    staff: fact.staff === undefined ? null : staffOf(world, fact.staff),
    lines: fact.lines.map((line) => ({
      product: productOf(world, line.sku),
      quantity: line.quantity,
      unitPrice: reporting(Big(line.unitPrice)),
      total: reporting(lineTotal(line)),
      isReduced: Big(line.discount ?? 0).gt(0),
    })),
    customer: null,
  };
}

function eventOf(world: World, fact: EventFact): Event {
  const { invitedBy, reviewId, reviewSource } = fact.properties ?? {};
  const isRead = ['review_read', 'review_helpful'].includes(fact.name) && reviewId !== undefined;
  return {
    key: eventKey(fact),
    source: fact.source,
    name: fact.name,
    occurredAt: new Date(fact.occurredAt),
    channel: fact.channel ?? null,
    store: fact.store === undefined ? null : storeOf(world, fact.store),
    product: fact.sku === undefined ? null : productOf(world, fact.sku),
    customer: null,
    shareId: fact.properties?.shareId ?? null,
    invitedBy: invitedBy === undefined ? null : (normaliseIdentifier(invitedBy)?.key ?? null),
    reviewKey: isRead ? eventKey({ source: reviewSource ?? fact.source, eventId: reviewId }) : null,
  };
}

function personOf(world: World, resolved: Resolved): Person {
  const { facts } = world;
  const records = resolved.records.map((key) => facts.customers.get(key)).filter((record) => record !== undefined);
  const orders = resolved.orders.map((key) => world.orders.get(key)).filter((order) => order !== undefined);
  const events = resolved.events.map((key) => world.events.get(key)).filter((event) => event !== undefined);
  const seen = [
    ...records.map(({ observedAt }) => millis(observedAt)),
    ...events.map(({ occurredAt }) => millis(occurredAt)),
  ];
  return {
    ...resolved,
    ...goldenOf(records),
    ...figuresOf(orders, seen),
    tags: [...new Set(records.flatMap(({ tags }) => tags ?? []))].sort(),
    orderObjects: orders,
    eventObjects: events,
    devices: resolved.identifiers
      .filter(({ kind }) => kind === 'device_id')
      .map(({ value }) => world.devices.get(value) ?? { deviceId: value, platform: null, model: null }),
  };
}

/** Every device that an event came from, each with the last that was said of it. */
function devicesOf(events: readonly EventFact[]): Map<string, Device> {
  const devices = new Map<string, Device>();
  for (const { device } of [...events].sort((left, right) => millis(left.occurredAt) - millis(right.occurredAt))) {
    if (!device) continue;
    const before = devices.get(device.deviceId);
    devices.set(device.deviceId, {
      deviceId: device.deviceId,
      platform: device.platform ?? before?.platform ?? null,
      model: device.model ?? before?.model ?? null,
    });
  }
  return devices;
}
