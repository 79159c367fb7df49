import type {
  CustomerFact,
  EventFact,
  OrderFact,
  OrderLineJson,
  RecordJson,
} from '../support/reference/record-input.ts';

/**
 * The people of the four example rules. Each is one customer record `name`, with a phone of their own; what they did
 * follows by name. Now is noon in Shanghai on 18 December 2026.
 */
export const now = '2026-12-18T12:00:00+08:00';

const names: string[] = [];
/** The phone of somebody; whoever is named here gets a customer record. */
function identifiersOf(name: string): { kind: string; value: string }[] {
  if (!names.includes(name)) names.push(name);
  return [{ kind: 'phone', value: `1381234${5000 + names.indexOf(name)}` }];
}

const person = (name: string, more: Partial<CustomerFact> = {}): RecordJson => ({
  customer: {
    source: 'crm',
    recordId: name,
    observedAt: '2026-01-01T00:00:00Z',
    identifiers: identifiersOf(name),
    ...more,
  },
});

let orderCount = 0;
const order = (
  name: string | null,
  placedAt: string,
  lines: OrderLineJson[],
  more: Partial<OrderFact> = {},
): RecordJson => ({
  order: {
    source: 'pos',
    number: `${name ?? 'passer-by'}-${++orderCount}`,
    placedAt,
    currency: 'CNY',
    customer: { identifiers: name === null ? [{ kind: 'phone', value: 'unknown' }] : identifiersOf(name) },
    lines,
    ...more,
  },
});

const visit = (name: string, occurredAt: string, more: Partial<EventFact> = {}): RecordJson => ({
  event: {
    source: 'wifi',
    eventId: `${name}-${occurredAt}`,
    name: 'store_visit',
    occurredAt,
    customer: { identifiers: identifiersOf(name) },
    ...more,
  },
});

const line = (sku: string, unitPrice = '100.00', quantity = 1): OrderLineJson => ({ sku, quantity, unitPrice });

export const catalogue: RecordJson[] = [
  ...['low', 'middle-1', 'middle-2', 'high'].map((code) => ({ store: { code, format: 'street', tags: ['mall'] } })),
  // its selling is weak by tag, and it has no peers by format
  { store: { code: 'weak', format: 'outlet', tags: ['sales-capability-low', 'mall'] } },
  { product: { sku: 'pole', category: ['Outdoor', 'Trekking', 'Trekking poles'] } },
  { product: { sku: 'pole-carbon', category: ['Trekking poles', 'Carbon'] } },
  { product: { sku: 'pole-tip', category: ['Outdoor', 'Trekking poles spare parts'] } },
  { product: { sku: 'shell', category: ['Outdoor', 'Shell jackets'] } },
  { product: { sku: 'shoe', category: ['Hiking shoes'] } },
  { product: { sku: 'bag', category: ['Bags'] } },
  { product: { sku: 'model-a', category: ['Phones'] } },
  { product: { sku: 'model-b', category: ['Phones'] } },
  // what the stores sold in the last 90 days to people nobody knows: low 0, then 1 to 3 million
  ...['middle-1', 'middle-2', 'high'].map((store, index) =>
    order(null, '2026-12-01T10:00:00+08:00', [line('bag', `${index + 1}000000.00`)], { store }),
  ),
  // long ago it was the other way round
  order(null, '2026-01-01T10:00:00+08:00', [line('bag', '9000000.00')], { store: 'low' }),
];

const longAgo = '2026-02-01T10:00:00+08:00';
const hiker = { tags: ['vip', 'hiker'] };

/** Rule 1: hikers who bought poles at a store that sells little. */
export const hikers: RecordJson[] = [
  person('hiker-poles-low', hiker),
  order('hiker-poles-low', longAgo, [line('bag'), line('pole')], { store: 'low' }),
  person('hiker-kept-half', hiker),
  order('hiker-kept-half', longAgo, [line('pole-carbon')], {
    store: 'low',
    status: 'PARTIALLY_REFUNDED',
    refunded: '50.00',
  }),
  // a hiker for the tag of another record of the same phone
  person('hiker-elsewhere'),
  {
    customer: {
      source: 'app',
      recordId: 'u-1',
      observedAt: longAgo,
      identifiers: identifiersOf('hiker-elsewhere'),
      tags: ['hiker'],
    },
  },
  order('hiker-elsewhere', longAgo, [line('pole')], { store: 'low' }),

  person('hiker-poles-high-bag-low', hiker),
  order('hiker-poles-high-bag-low', longAgo, [line('pole')], { store: 'high' }),
  order('hiker-poles-high-bag-low', longAgo, [line('bag')], { store: 'low' }),
  person('hiker-poles-online', hiker),
  order('hiker-poles-online', longAgo, [line('pole')]),
  person('hiker-cancelled', hiker),
  order('hiker-cancelled', longAgo, [line('pole')], { store: 'low', status: 'CANCELLED' }),
  person('hiker-pole-tips', hiker),
  order('hiker-pole-tips', longAgo, [line('pole-tip')], { store: 'low' }),
  person('hiker-weak-store', hiker),
  order('hiker-weak-store', longAgo, [line('pole')], { store: 'weak' }),
  person('other-case', { tags: ['Hiker', 'hikers'] }),
  order('other-case', longAgo, [line('pole')], { store: 'low' }),
  person('hiker-once', { tags: ['hiker'], observedAt: '2025-01-01T00:00:00Z' }),
  person('hiker-once', { tags: [] }),
  order('hiker-once', longAgo, [line('pole')], { store: 'low' }),
];

const promoted: Partial<OrderFact> = { promotion: '618', store: 'weak' };
const inJune = '2026-06-17T10:00:00+08:00';
const halfAYearAgo = '2026-06-18T12:00:00+08:00';

/** Rule 2: bought model A during 618 where selling is weak, and has not come back in half a year. */
export const callList: RecordJson[] = [
  order('call-me', inJune, [line('bag'), line('model-a')], promoted),
  order('call-half-a-year-to-the-second', halfAYearAgo, [line('model-a')], promoted),
  order('call-visited-before', inJune, [line('model-a')], promoted),
  visit('call-visited-before', halfAYearAgo),
  order('call-only-looked-online', inJune, [line('model-a')], promoted),
  visit('call-only-looked-online', '2026-12-17T10:00:00+08:00', { name: 'page_view' }),
  // comes back after now
  order('call-from-tomorrow', inJune, [line('model-a')], promoted),
  visit('call-from-tomorrow', '2026-12-18T12:00:00.001+08:00'),

  order('back-a-moment-later', '2026-06-18T12:00:00.001+08:00', [line('model-a')], promoted),
  order('visited', inJune, [line('model-a')], promoted),
  visit('visited', now),
  order('visited-unseen', inJune, [line('model-a')], promoted),
  visit('visited-unseen', inJune, { name: 'connect', device: { deviceId: 'd-9' } }),
  {
    event: {
      source: 'wifi',
      eventId: 'w-9',
      name: 'store_visit',
      occurredAt: '2026-12-01T10:00:00+08:00',
      customer: { identifiers: [{ kind: 'device_id', value: 'd-9' }] },
    },
  },
  order('ordered-and-cancelled', inJune, [line('model-a')], promoted),
  order('ordered-and-cancelled', '2026-11-11T10:00:00+08:00', [line('bag')], { status: 'CANCELLED' }),
  order('two-orders', inJune, [line('model-a')], { ...promoted, store: 'low' }),
  order('two-orders', inJune, [line('model-b')], promoted),
  order('no-promotion', inJune, [line('model-a')], { store: 'weak' }),
  order('all-returned', inJune, [line('model-a')], { ...promoted, status: 'REFUNDED', refunded: '100.00' }),
];

/** Rule 3: bought poles in the promotion, has neither jacket nor shoes yet. */
export const crossSell: RecordJson[] = [
  order('poles', inJune, [line('pole')], { promotion: '618' }),
  order('poles-jacket-cancelled', inJune, [line('pole-carbon')], { promotion: '618' }),
  order('poles-jacket-cancelled', inJune, [line('shell')], { status: 'CANCELLED' }),

  order('poles-and-jacket', inJune, [line('pole')], { promotion: '618' }),
  order('poles-and-jacket', '2025-03-01T10:00:00+08:00', [line('shell')]),
  order('poles-and-shoes-at-once', inJune, [line('pole'), line('shoe')], { promotion: '618' }),
  order('poles-in-another', inJune, [line('pole')], { promotion: '双11' }),
  order('poles-in-another', inJune, [line('bag')], { promotion: '618' }),
  order('poles-returned', inJune, [line('pole')], { promotion: '618', status: 'REFUNDED' }),
];

const ninetyDaysAgo = '2026-09-19T12:00:00+08:00';
const buys = (name: string, ...orders: [placedAt: string, amount: string, more?: Partial<OrderFact>][]): RecordJson[] =>
  orders.map(([placedAt, amount, more]) => order(name, placedAt, [line('bag', amount)], more));
const fiveTimes = (name: string, placedAt: string): RecordJson[] =>
  buys(name, ...Array.from({ length: 5 }, (): [string, string] => [placedAt, '10.00']));
const inAutumn = '2026-11-01T10:00:00+08:00';

/** Rule 4: three purchases in 90 days for more than 5000, or loyal and not to be left alone. */
export const loyal: RecordJson[] = [
  ...buys('spender', [inAutumn, '5000.00'], ['2026-09-19T12:00:00.001+08:00', '0.01'], [now, '0.00']),
  ...fiveTimes('loyal', '2026-01-05T10:00:00+08:00'),
  person('loyal-asked-but-spends', { tags: ['no calls'] }),
  ...fiveTimes('loyal-asked-but-spends', '2026-01-05T10:00:00+08:00'),
  ...buys('loyal-asked-but-spends', [inAutumn, '2000.00'], [inAutumn, '2000.00'], [inAutumn, '2000.00']),

  ...buys('spender-exactly', [inAutumn, '4000.00'], [inAutumn, '500.00'], [inAutumn, '500.00']),
  ...buys('spender-twice', [inAutumn, '9000.00'], [inAutumn, '9000.00']),
  ...buys('spender-too-early', [ninetyDaysAgo, '9000.00'], [inAutumn, '9000.00'], [inAutumn, '9000.00']),
  ...buys(
    'spender-returned',
    [inAutumn, '6000.00', { status: 'PARTIALLY_REFUNDED', refunded: '1002.00' }],
    [inAutumn, '1.00'],
    [inAutumn, '1.00'],
  ),
  ...buys(
    'spender-cancelled',
    [inAutumn, '6000.00', { status: 'CANCELLED' }],
    [inAutumn, '1.00'],
    [inAutumn, '1.00'],
    [inAutumn, '1.00'],
  ),
  person('loyal-asked', { tags: ['no calls'] }),
  ...fiveTimes('loyal-asked', '2026-01-05T10:00:00+08:00'),
  ...fiveTimes('loyal-once', '2025-12-18T11:59:59+08:00'),
  ...buys('four-times', ...Array.from({ length: 4 }, (): [string, string] => ['2026-01-05T10:00:00+08:00', '1.00'])),
];

/** A record for everybody who has none yet, so that each can be told by it. */
export const everybody: RecordJson[] = names.map((name) => ({
  customer: { source: 'list', recordId: name, observedAt: '2024-01-01T00:00:00Z', identifiers: identifiersOf(name) },
}));

/** Names of everybody that some records speak of. */
export function castOf(records: readonly RecordJson[]): Set<string> {
  const stated = records.flatMap((record) => {
    if ('customer' in record) return record.customer.identifiers;
    if ('order' in record) return record.order.customer.identifiers ?? [];
    return 'event' in record ? (record.event.customer.identifiers ?? []) : [];
  });
  const phones = new Set(stated.map(({ value }) => value));
  return new Set(names.filter((name) => identifiersOf(name).some(({ value }) => phones.has(value))));
}
