import type { Big } from 'big.js';
import type { Reading } from './evaluate.ts';
import { stageAt } from './figures.ts';
import type { Event, Line, Order, Person } from './world.ts';

export type Scalar = string | number | Big | Date;
export type Value = Scalar | readonly string[] | null;
/** One object that a rule speaks of: a field is a value, another object, or several related ones. */
export type Subject = { readonly [field: string]: Value | Subject | readonly Subject[] };

/** Adds fields that are worked out when asked for, as objects lead to each other in circles. */
function withFields<T extends object>(known: T, later: Record<string, () => Subject[string]>): T & Subject {
  for (const [name, work] of Object.entries(later)) {
    let found: { value: Subject[string] } | undefined;
    Object.defineProperty(known, name, {
      get: () => {
        found ??= { value: work() };
        return found.value;
      },
    });
  }
  return known as T & Subject;
}

const kept = new WeakMap<object, Map<number, Subject>>();

/** One subject for a thing at an instant, so that what it leads to is worked out once. */
function once(thing: object, { asOf }: Reading, make: () => Subject): Subject {
  const ofThing = kept.get(thing) ?? new Map<number, Subject>();
  kept.set(thing, ofThing);
  const known = ofThing.get(asOf.getTime());
  if (known) return known;
  const made = make();
  ofThing.set(asOf.getTime(), made);
  return made;
}

/** A customer as rules speak of it. */
export const customerSubject = (person: Person, reading: Reading): Subject =>
  once(person, reading, () => makeCustomer(person, reading));

/** An order as rules speak of it. */
export const orderSubject = (order: Order, reading: Reading): Subject =>
  once(order, reading, () => makeOrder(order, reading));

function makeCustomer(person: Person, reading: Reading): Subject {
  const orders = () => person.orderObjects.map((order) => orderSubject(order, reading));
  const purchases = () =>
    person.orderObjects.filter(({ isPurchase }) => isPurchase).map((order) => orderSubject(order, reading));
  const known = {
    ...(reading.stored?.(person) ?? {}),
    displayName: person.displayName,
    gender: person.gender,
    city: person.city,
    province: person.province,
    country: person.country,
    birthDate: person.birthDate,
    language: person.language,
    tags: person.tags,
    lifecycleStage: stageAt(person, reading.asOf, reading.settings),
    purchaseCount: person.purchaseCount,
    totalSpent: person.totalSpent,
    averagePurchaseValue: person.averagePurchaseValue,
    firstPurchaseAt: person.firstPurchaseAt,
    lastPurchaseAt: person.lastPurchaseAt,
    lastSeenAt: person.lastSeenAt,
    identifiers: person.identifiers.map(({ kind, scope }) => ({ kind, scope: scope === '' ? null : scope })),
    devices: person.devices.map(({ platform, model }) => ({ platform, model })),
  };
  return withFields(known, {
    orders,
    purchases,
    purchasedLines: () => purchases().flatMap(({ lines }) => lines as readonly Subject[]),
    events: () => person.eventObjects.map((event) => eventSubject(event, reading)),
  });
}

function makeOrder(order: Order, reading: Reading): Subject {
  const { source, number, placedAt, status, channel, promotion, total, net } = order;
  const [store, staff] = [order.store as Subject | null, order.staff as Subject | null];
  const known = { source, number, placedAt, status, channel, promotion, total, netTotal: net, store, staff };
  const subject: Subject = withFields(known, {
    customer: () => order.customer && customerSubject(order.customer, reading),
    lines: () => order.lines.map((line) => lineSubject(line, subject)),
  });
  return subject;
}

function lineSubject({ product, quantity, unitPrice, total }: Line, order: Subject): Subject {
  return { product: { ...product }, quantity, unitPrice, total, order };
}

function eventSubject(event: Event, reading: Reading): Subject {
  const { source, name, occurredAt, channel, store, product } = event;
  const known = {
    source,
    name,
    occurredAt,
    channel,
    store: store as Subject | null,
    product: product as Subject | null,
  };
  return withFields(known, { customer: () => event.customer && customerSubject(event.customer, reading) });
}
