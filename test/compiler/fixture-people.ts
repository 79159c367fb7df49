const at = (instant: string) => new Date(instant);

/** A store that sells little, one that sells much, and one of which only the key is known. */
export const stores = [
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

/** Two members of staff, one the manager of the other. */
export const staff = [
  { code: 'mia', name: 'Mia', title: 'Manager', store: 'high', manager: null, performance: 'HIGH', tags: ['coach'] },
  { code: 'sam', name: 'Sam', title: 'Seller', store: 'low', manager: 'mia', performance: null, tags: [] },
];

/** Two products, and one of which only the key is known. */
export const products = [
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

/** Seven customers, with figures that fit their orders. */
export const customers = [
  {
    id: 'ann',
    addressLine: '1 Nanjing Rd',
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
    addressLine: '1 Nanjing Rd',
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
    addressLine: '1 Nanjing Rd',
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
