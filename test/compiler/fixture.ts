import type { CompileContext } from '../../src/audience/compiler/index.ts';
import type { Database, Query } from '../../src/platform/neo4j/database.ts';

/** The instant and settings that the members in these tests were worked out for, by hand. */
export const context: CompileContext = {
  asOf: new Date('2026-07-01T00:00:00Z'),
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  lapsedAfterDays: 365,
};

const stores = [
  {
    code: 'low',
    name: 'Bund',
    city: 'Shanghai',
    province: 'SH',
    region: 'East',
    format: 'outlet',
    performance: 'LOW',
    tags: ['outlet', 'old'],
  },
  {
    code: 'high',
    name: 'Wangfujing',
    city: 'Beijing',
    province: 'BJ',
    region: 'North',
    format: 'flagship',
    performance: 'HIGH',
    tags: [],
  },
  // only ever referred to: nothing but the key is known
  { code: 'bare' },
];

const staff = [
  { code: 'mia', name: 'Mia', title: 'Manager', store: 'high', manager: null, performance: 'HIGH', tags: ['coach'] },
  { code: 'sam', name: 'Sam', title: 'Seller', store: 'low', manager: 'mia', performance: null, tags: [] },
];

const products = [
  {
    sku: 'poles',
    name: 'Alu Poles',
    category: ['Gear', 'Trekking poles'],
    brand: 'Peak',
    priceValueMinor: 29900,
    tags: ['new'],
  },
  {
    sku: 'jacket',
    name: 'Storm Shell',
    category: ['Clothing', 'Shell jackets'],
    brand: 'Peak',
    priceValueMinor: 120000,
    tags: [],
  },
  { sku: 'bare' },
];

const at = (instant: string) => new Date(instant);

const customers = [
  {
    id: 'ann',
    displayName: 'Ann Lee',
    gender: 'FEMALE',
    city: 'Shanghai',
    country: 'CN',
    language: 'zh',
    birthDate: '1990-05-01',
    known: true,
    tags: ['hiker', 'vip'],
    purchaseCount: 2,
    totalSpentMinor: 179800,
    averagePurchaseMinor: 89900,
    firstPurchaseAt: at('2026-02-10T00:00:00Z'),
    lastPurchaseAt: at('2026-06-18T04:00:00Z'),
  },
  {
    id: 'bob',
    displayName: 'Bob',
    gender: 'MALE',
    city: 'Beijing',
    country: 'CN',
    birthDate: '1985-12-24',
    known: true,
    tags: [],
    purchaseCount: 1,
    totalSpentMinor: 149900,
    averagePurchaseMinor: 149900,
    firstPurchaseAt: at('2026-03-01T00:00:00Z'),
    lastPurchaseAt: at('2026-03-01T00:00:00Z'),
  },
  {
    id: 'cid',
    displayName: 'CID 100%',
    known: true,
    tags: ['hiker'],
    purchaseCount: 1,
    totalSpentMinor: 5000,
    averagePurchaseMinor: 5000,
    firstPurchaseAt: at('2026-01-01T00:00:00Z'),
    lastPurchaseAt: at('2026-01-01T00:00:00Z'),
  },
  { id: 'dot', known: false, tags: [], purchaseCount: 0, totalSpentMinor: 0 },
  {
    id: 'eve',
    displayName: 'Eve',
    city: 'Shanghai',
    known: true,
    tags: ['vip'],
    purchaseCount: 1,
    totalSpentMinor: 29900,
    averagePurchaseMinor: 29900,
    firstPurchaseAt: at('2025-01-05T00:00:00Z'),
    lastPurchaseAt: at('2025-01-05T00:00:00Z'),
  },
  {
    id: 'fay',
    displayName: 'Fay',
    city: 'shanghai',
    gender: 'UNKNOWN',
    known: true,
    tags: [],
    purchaseCount: 0,
    totalSpentMinor: 0,
  },
  {
    id: 'gus',
    displayName: 'Gus',
    known: true,
    tags: ['staff'],
    purchaseCount: 5,
    totalSpentMinor: 5000,
    averagePurchaseMinor: 1000,
    firstPurchaseAt: at('2026-05-01T00:00:00Z'),
    lastPurchaseAt: at('2026-05-05T00:00:00Z'),
  },
].map((customer, index) => ({ ...customer, createdAt: new Date(Date.UTC(2026, index, 1)) }));

interface OrderFixture {
  readonly number: string;
  readonly customer: string | null;
  readonly placedAt: Date;
  readonly status: string;
  readonly isPurchase: boolean;
  readonly channel?: string;
  readonly promotion?: string;
  readonly store?: string;
  readonly staff?: string;
  readonly valueMinor: number;
  readonly netMinor: number;
  /** sku, quantity, unitValueMinor */
  readonly lines: readonly (readonly [string, number, number])[];
}

const orders: readonly OrderFixture[] = [
  {
    number: 'o1',
    customer: 'ann',
    placedAt: at('2026-06-18T04:00:00Z'),
    status: 'PAID',
    isPurchase: true,
    channel: 'store',
    promotion: '618',
    store: 'low',
    staff: 'sam',
    valueMinor: 59800,
    netMinor: 59800,
    lines: [['poles', 2, 29900]],
  },
  {
    number: 'o2',
    customer: 'ann',
    placedAt: at('2026-02-10T00:00:00Z'),
    status: 'PAID',
    isPurchase: true,
    channel: 'tmall',
    store: 'high',
    staff: 'mia',
    valueMinor: 120000,
    netMinor: 120000,
    lines: [['jacket', 1, 120000]],
  },
  {
    number: 'o3',
    customer: 'bob',
    placedAt: at('2026-06-20T00:00:00Z'),
    status: 'REFUNDED',
    isPurchase: false,
    channel: 'store',
    store: 'low',
    staff: 'sam',
    valueMinor: 29900,
    netMinor: 0,
    lines: [['poles', 1, 29900]],
  },
  {
    number: 'o4',
    customer: 'bob',
    placedAt: at('2026-03-01T00:00:00Z'),
    status: 'PAID',
    isPurchase: true,
    promotion: '618',
    valueMinor: 149900,
    netMinor: 149900,
    lines: [
      ['jacket', 1, 120000],
      ['poles', 1, 29900],
    ],
  },
  // exactly six months before the instant of the tests
  {
    number: 'o5',
    customer: 'cid',
    placedAt: at('2026-01-01T00:00:00Z'),
    status: 'PARTIALLY_REFUNDED',
    isPurchase: true,
    channel: 'jd',
    store: 'bare',
    valueMinor: 10000,
    netMinor: 5000,
    lines: [['bare', 1, 10000]],
  },
  {
    number: 'o6',
    customer: 'eve',
    placedAt: at('2025-01-05T00:00:00Z'),
    status: 'PAID',
    isPurchase: true,
    channel: 'store',
    store: 'low',
    valueMinor: 29900,
    netMinor: 29900,
    lines: [['poles', 1, 29900]],
  },
  {
    number: 'o7',
    customer: null,
    placedAt: at('2026-06-01T00:00:00Z'),
    status: 'PAID',
    isPurchase: true,
    channel: 'store',
    store: 'high',
    valueMinor: 100,
    netMinor: 100,
    lines: [
      ['poles', 3, 100],
      ['poles', 4, 100],
    ],
  },
  // after the instant of the tests
  {
    number: 'o8',
    customer: 'cid',
    placedAt: at('2026-07-02T00:00:00Z'),
    status: 'CANCELLED',
    isPurchase: false,
    channel: 'jd',
    store: 'high',
    valueMinor: 10000,
    netMinor: 0,
    lines: [['jacket', 1, 10000]],
  },
  ...[1, 2, 3, 4, 5].map((day) => ({
    number: `g${day}`,
    customer: 'gus',
    placedAt: at(`2026-05-0${day}T00:00:00Z`),
    status: 'PAID',
    isPurchase: true,
    channel: 'jd',
    store: 'high',
    valueMinor: 1000,
    netMinor: 1000,
    lines: [['jacket', 1, 1000]] as const,
  })),
];

const events = [
  {
    key: 'e1',
    customer: 'ann',
    source: 'app',
    name: 'store_visit',
    occurredAt: at('2026-06-01T00:00:00Z'),
    channel: 'store',
    store: 'low',
    product: 'poles',
  },
  {
    key: 'e2',
    customer: 'bob',
    source: 'web',
    name: 'page_view',
    occurredAt: at('2026-05-01T00:00:00Z'),
    channel: null,
    store: null,
    product: 'jacket',
  },
  {
    key: 'e3',
    customer: 'cid',
    source: 'app',
    name: 'store_visit',
    occurredAt: at('2025-06-01T00:00:00Z'),
    channel: 'store',
    store: 'high',
    product: null,
  },
];

const identifiers = [
  { key: 'phone||1', kind: 'phone', scope: '', customers: ['ann'] },
  { key: 'wechat_openid|mp-1|2', kind: 'wechat_openid', scope: 'mp-1', customers: ['ann'] },
  { key: 'phone||3', kind: 'phone', scope: '', customers: ['bob'] },
  { key: 'cookie||4', kind: 'cookie', scope: '', customers: ['dot', 'eve'] },
];

const devices = [
  { deviceId: 'd1', customer: 'ann', platform: 'ios', model: 'iPhone 15' },
  { deviceId: 'd2', customer: 'dot', platform: 'android', model: null },
];

const create: Query = {
  name: 'test.compilerFixture',
  text: `UNWIND $stores AS row CREATE (store:Store) SET store = row
WITH count(*) AS done UNWIND $products AS row CREATE (product:Product) SET product = row
WITH count(*) AS done UNWIND $customers AS row CREATE (customer:Customer) SET customer = row, customer.birthDate = date(row.birthDate)
WITH count(*) AS done UNWIND $staff AS row MATCH (store:Store {code: row.store})
CREATE (staff:Staff {code: row.code, name: row.name, title: row.title, performance: row.performance, tags: row.tags})-[:WORKS_AT]->(store)
WITH collect(row) AS rows UNWIND rows AS row MATCH (staff:Staff {code: row.code}) OPTIONAL MATCH (manager:Staff {code: row.manager})
FOREACH (found IN CASE WHEN manager IS NULL THEN [] ELSE [manager] END | CREATE (staff)-[:REPORTS_TO]->(found))`,
};

const createOrders: Query = {
  name: 'test.compilerOrders',
  text: `UNWIND $orders AS row
CREATE (order:Order {key: 'src|' + row.number, source: 'src', number: row.number, placedAt: row.placedAt, status: row.status,
  isPurchase: row.isPurchase, channel: row.channel, promotion: row.promotion, valueMinor: row.valueMinor, netMinor: row.netMinor})
WITH order, row
CALL (order, row) { MATCH (customer:Customer {id: row.customer}) CREATE (customer)-[:PLACED]->(order) }
CALL (order, row) { MATCH (store:Store {code: row.store}) CREATE (order)-[:AT]->(store) }
CALL (order, row) { MATCH (staff:Staff {code: row.staff}) CREATE (order)-[:SOLD_BY]->(staff) }
CALL (order, row) {
  UNWIND row.lines AS line MATCH (product:Product {sku: line[0]})
  CREATE (order)-[:CONTAINS {quantity: line[1], unitValueMinor: line[2]}]->(product)
}`,
};

const createTraces: Query = {
  name: 'test.compilerTraces',
  text: `CALL () {
  UNWIND $events AS row MATCH (customer:Customer {id: row.customer})
  CREATE (customer)-[:PERFORMED]->(event:Event {key: row.key, source: row.source, name: row.name, occurredAt: row.occurredAt, channel: row.channel})
  WITH event, row
  CALL (event, row) { MATCH (store:Store {code: row.store}) CREATE (event)-[:HAPPENED_AT]->(store) }
  CALL (event, row) { MATCH (product:Product {sku: row.product}) CREATE (event)-[:ABOUT]->(product) }
}
CALL () {
  UNWIND $identifiers AS row CREATE (identifier:Identifier {key: row.key, kind: row.kind, scope: row.scope})
  WITH identifier, row MATCH (customer:Customer) WHERE customer.id IN row.customers CREATE (identifier)-[:IDENTIFIES]->(customer)
}
CALL () {
  UNWIND $devices AS row MATCH (customer:Customer {id: row.customer})
  CREATE (customer)-[:USES]->(:Device {deviceId: row.deviceId, platform: row.platform, model: row.model})
}`,
};

/** Puts seven customers and what belongs to them into an empty graph. */
export async function createFixture(database: Database): Promise<void> {
  await database.write(create, { stores, products, customers, staff });
  await database.write(createOrders, {
    orders: orders.map((order) => ({ ...order, lines: order.lines.map((line) => [...line]) })),
  });
  await database.write(createTraces, { events, identifiers, devices });
}
