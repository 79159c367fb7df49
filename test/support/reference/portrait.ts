import type { Big } from 'big.js';
import { stageAt } from './figures.ts';
import type { Person, World } from './world.ts';

/** What can be told of one customer without its id: everything is compared as a whole. */
export interface CustomerPortrait {
  records: string[];
  orders: string[];
  events: string[];
  identifiers: string[];
  devices: string[];
  golden: Record<string, string | null>;
  tags: string[];
  stage: string;
  purchaseCount: number;
  totalSpent: string;
  averagePurchaseValue: string | null;
  firstPurchaseAt: string | null;
  lastPurchaseAt: string | null;
  lastSeenAt: string | null;
}

/** What can be told of a whole graph. Customers are sorted, stores are told as `code: band revenue`, staff as `code: band`. */
export interface Portrait {
  customers: CustomerPortrait[];
  /** Orders that belong to nobody. */
  strayOrders: string[];
  stores: string[];
  staff: string[];
}

/** Names a customer in a message and a sorted list: by what is theirs. */
export function nameOf(customer: Pick<CustomerPortrait, 'records' | 'orders' | 'events' | 'identifiers'>): string {
  return JSON.stringify([customer.records, customer.orders, customer.events, customer.identifiers]);
}

/** The world as it should show. */
export function portraitOf(world: World): Portrait {
  const owned = new Set(world.persons.flatMap(({ orders }) => orders));
  return sorted({
    customers: world.persons.map((person) => customerPortrait(person, world)),
    strayOrders: [...world.orders.keys()].filter((key) => !owned.has(key)),
    stores: [...world.stores.values()].map(
      ({ code, performance, revenue }) => `${code}: ${performance} ${money(revenue)}`,
    ),
    staff: [...world.staff.values()].map(({ code, performance }) => `${code}: ${performance}`),
  });
}

/** Customers by their names, codes by the alphabet. */
export function sorted(portrait: Portrait): Portrait {
  const byName = new Map(portrait.customers.map((customer) => [nameOf(customer), customer]));
  if (byName.size < portrait.customers.length) throw new Error('two customers have exactly the same facts');
  return {
    customers: [...byName.keys()].sort().map((name) => byName.get(name) as CustomerPortrait),
    strayOrders: [...portrait.strayOrders].sort(),
    stores: [...portrait.stores].sort(),
    staff: [...portrait.staff].sort(),
  };
}

/** The portrait of one person of the world. */
export function customerPortrait(person: Person, world: World): CustomerPortrait {
  const { displayName, givenName, familyName, gender, birthDate, language, city, province, country } = person;
  const golden = { displayName, givenName, familyName, gender, birthDate, language, city, province, country };
  return {
    records: person.records,
    orders: person.orders,
    events: person.events,
    identifiers: person.identifiers.map(({ key }) => key),
    devices: person.devices.map(({ deviceId, platform, model }) => `${deviceId}: ${platform} ${model}`),
    golden: Object.fromEntries(Object.entries(golden).map(([name, value]) => [name, value?.normalize('NFKC') ?? null])),
    tags: [...new Set(person.tags.map((tag) => tag.normalize('NFKC')))].sort(),
    stage: stageAt(person, world.settings.now, world.settings),
    purchaseCount: person.purchaseCount,
    totalSpent: money(person.totalSpent),
    averagePurchaseValue: person.averagePurchaseValue && money(person.averagePurchaseValue),
    firstPurchaseAt: person.firstPurchaseAt?.toISOString() ?? null,
    lastPurchaseAt: person.lastPurchaseAt?.toISOString() ?? null,
    lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
  };
}

const money = (amount: Big): string => amount.toFixed(2);
