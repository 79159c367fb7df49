import type { Big } from 'big.js';
import type { Reading } from './evaluate.ts';
import { stageAt } from './figures.ts';
import { habitsOf } from './habits.ts';
import { householdOf, referralsOf, referrersOf, reviewReadsOf, sharesOpenedOf } from './ties.ts';
import type { Device, Event, Line, Order, Person, Product, Staff, Store } from './world.ts';

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
  once(person, reading, () => {
    const purchases = () => purchasesOf(person.orderObjects);
    const people = (others: readonly Person[]) => others.map((one) => customerSubject(one, reading));
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
      ...habitsOf(person, reading.settings.timeZone),
      identifiers: person.identifiers.map(({ kind, scope }) => ({ kind, scope: scope === '' ? null : scope })),
    };
    return withFields(known, {
      ...ordersOf(person.orderObjects, reading),
      purchasedLines: () => purchases().flatMap((order) => linesOf(order, reading)),
      events: () => person.eventObjects.map((event) => eventSubject(event, reading)),
      devices: () => person.devices.map((device) => deviceSubject(device, reading)),
      sharesOpened: () => sharesOpenedOf(person, worldOf(reading)),
      reviewReads: () => reviewReadsOf(person, worldOf(reading)),
      household: () => people(householdOf(person, worldOf(reading))),
      referrals: () => people(referralsOf(person, worldOf(reading))),
      referredBy: () => people(referrersOf(person, worldOf(reading))),
    });
  });

/** A device as rules speak of it; several people may have one of the same id. */
const deviceSubject = ({ deviceId, platform, model }: Device, reading: Reading): Subject =>
  withFields(
    { platform, model },
    {
      customers: () =>
        worldOf(reading)
          .persons.filter(({ devices }) => devices.some((one) => one.deviceId === deviceId))
          .map((person) => customerSubject(person, reading)),
    },
  );

/** An order as rules speak of it. */
export const orderSubject = (order: Order, reading: Reading): Subject =>
  once(order, reading, () => {
    const { source, number, placedAt, status, channel, promotion, total, net } = order;
    const known = { source, number, placedAt, status, channel, promotion, total, netTotal: net };
    return withFields(known, {
      customer: () => order.customer && customerSubject(order.customer, reading),
      store: () => order.store && storeSubject(order.store, reading),
      staff: () => order.staff && staffSubject(order.staff, reading),
      lines: () => linesOf(order, reading),
    });
  });

const lineSubject = (line: Line, order: Order, reading: Reading): Subject =>
  once(line, reading, () => {
    const { product, quantity, unitPrice, total } = line;
    return withFields(
      { quantity, unitPrice, total },
      { product: () => productSubject(product, reading), order: () => orderSubject(order, reading) },
    );
  });

const eventSubject = (event: Event, reading: Reading): Subject =>
  once(event, reading, () => {
    const { source, name, occurredAt, channel, store, product, customer } = event;
    return withFields(
      { source, name, occurredAt, channel },
      {
        customer: () => customer && customerSubject(customer, reading),
        store: () => store && storeSubject(store, reading),
        product: () => product && productSubject(product, reading),
      },
    );
  });

/** A store as rules speak of it. */
export const storeSubject = (store: Store, reading: Reading): Subject =>
  once(store, reading, () => {
    const { code, name, format, city, province, region, tags, performance } = store;
    const orders = () => allOrders(reading).filter((order) => order.store === store);
    return withFields(
      { code, name, format, city, province, region, tags, performance },
      {
        ...ordersOf(orders, reading),
        customers: () => buyersOf(orders(), reading),
        staffMembers: () => allStaff(reading, (one) => one.store === store),
        events: () => allEvents(reading, (event) => event.store === store),
      },
    );
  });

/** A member of staff as rules speak of it. */
export const staffSubject = (staff: Staff, reading: Reading): Subject =>
  once(staff, reading, () => {
    const { code, name, title, tags, performance, store, manager } = staff;
    const orders = () => allOrders(reading).filter((order) => order.staff === staff);
    return withFields(
      { code, name, title, tags, performance },
      {
        store: () => store && storeSubject(store, reading),
        manager: () => manager && staffSubject(manager, reading),
        ...ordersOf(orders, reading),
        customers: () => buyersOf(orders(), reading),
        reports: () => allStaff(reading, (one) => one.manager === staff),
      },
    );
  });

/** A product as rules speak of it. */
export const productSubject = (product: Product, reading: Reading): Subject =>
  once(product, reading, () => {
    const { sku, name, category, brand, price, tags } = product;
    const holding = () => allOrders(reading).filter(({ lines }) => lines.some((line) => line.product === product));
    return withFields(
      { sku, name, category, brand, price, tags },
      {
        purchasedLines: () =>
          purchasesOf(holding()).flatMap((order) =>
            order.lines.filter((line) => line.product === product).map((line) => lineSubject(line, order, reading)),
          ),
        customers: () => buyersOf(holding(), reading),
        events: () => allEvents(reading, (event) => event.product === product),
      },
    );
  });

const purchasesOf = (orders: readonly Order[]): Order[] => orders.filter(({ isPurchase }) => isPurchase);
const linesOf = (order: Order, reading: Reading): Subject[] =>
  order.lines.map((line) => lineSubject(line, order, reading));

function ordersOf(orders: readonly Order[] | (() => Order[]), reading: Reading): Record<string, () => Subject[]> {
  const all = () => (typeof orders === 'function' ? orders() : orders);
  const subjects = (some: readonly Order[]) => some.map((order) => orderSubject(order, reading));
  return { orders: () => subjects(all()), purchases: () => subjects(purchasesOf(all())) };
}

/** Each person once who has a purchase among the orders. */
function buyersOf(orders: readonly Order[], reading: Reading): Subject[] {
  const buyers = new Set(purchasesOf(orders).flatMap(({ customer }) => (customer ? [customer] : [])));
  return [...buyers].map((person) => customerSubject(person, reading));
}

const worldOf = ({ world }: Reading) => {
  if (!world) throw new Error('this rule needs the whole world');
  return world;
};
const allOrders = (reading: Reading): Order[] => [...worldOf(reading).orders.values()];
const allStaff = (reading: Reading, wanted: (staff: Staff) => boolean): Subject[] =>
  [...worldOf(reading).staff.values()].filter(wanted).map((one) => staffSubject(one, reading));
const allEvents = (reading: Reading, wanted: (event: Event) => boolean): Subject[] =>
  [...worldOf(reading).events.values()].filter(wanted).map((one) => eventSubject(one, reading));
