const at = (instant: string) => new Date(instant);

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
  /** sku, quantity, unitPriceMinor */
  readonly lines: readonly (readonly [string, number, number])[];
}

/** Orders of every status, one of nobody, at the edges of the time windows. */
export const orders: readonly OrderFixture[] = [
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

/** What the customers did. */
export const events = [
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
    shareId: 'S1',
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
    invitedBy: 'phone||3',
  },
  {
    key: 'e4',
    customer: 'ann',
    source: 'app',
    name: 'share',
    occurredAt: at('2026-01-20T00:00:00Z'),
    channel: null,
    store: null,
    product: null,
    shareId: 'S1',
  },
];

/** Under which names they are known; two share a cookie. */
export const identifiers = [
  { key: 'phone||1', kind: 'phone', scope: '', customers: ['ann'] },
  { key: 'wechat_openid|mp-1|2', kind: 'wechat_openid', scope: 'mp-1', customers: ['ann'] },
  { key: 'phone||3', kind: 'phone', scope: '', customers: ['bob'] },
  { key: 'phone||5', kind: 'phone', scope: '', customers: [] },
  { key: 'cookie||4', kind: 'cookie', scope: '', customers: ['dot', 'eve'] },
];

/** What they were seen on. */
export const devices = [
  { deviceId: 'd1', customers: ['ann'], platform: 'ios', model: 'iPhone 15' },
  { deviceId: 'd2', customers: ['dot', 'fay'], platform: 'android', model: null },
];

/** Source records that state a phone; what joins nobody may still be shared. */
export const records = [
  { customer: 'cid', states: 'phone||5' },
  { customer: 'gus', states: 'phone||5' },
  { customer: 'fay', states: 'cookie||4' },
  { customer: 'gus', states: 'cookie||4' },
];
