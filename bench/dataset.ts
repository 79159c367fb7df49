/** A synthetic retailer of any size, the same for the same size: facts enough to measure loading and asking. */
export interface Sizes {
  readonly customers: number;
  readonly orders: number;
}

const STORES = 100;
const STAFF = 500;
const PRODUCTS = 2000;
const FORMATS = ['flagship', 'mall', 'street', 'outlet'];
const CATEGORIES = [
  'Trekking poles',
  'Shell jackets',
  'Hiking shoes',
  'Tents',
  'Sleeping bags',
  'Packs',
  'Stoves',
  'Lamps',
  'Socks',
  'Gloves',
  'Hats',
  'Base layers',
  'Down jackets',
  'Climbing ropes',
  'Helmets',
  'Bottles',
  'Maps',
  'Knives',
  'Mats',
  'Chairs',
];
const DAY = 86_400_000;

/** The end of the data: fixed, so that every run asks the same questions. */
export const UNTIL = Date.UTC(2026, 5, 30);

/** mulberry32: a small, even and repeatable source of randomness. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Line {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: number;
}
export interface OrderFacts {
  readonly number: string;
  readonly customer: number;
  readonly placedAt: Date;
  readonly status: string;
  readonly promotion: string | null;
  readonly store: string;
  readonly staff: string;
  readonly lines: readonly Line[];
}

export const stores = Array.from({ length: STORES }, (_, number) => ({
  code: `s${number}`,
  name: `Store ${number}`,
  format: FORMATS[number % FORMATS.length] as string,
  city: `City ${number % 20}`,
}));
export const staff = Array.from({ length: STAFF }, (_, number) => ({
  code: `e${number}`,
  store: `s${number % STORES}`,
}));
export const products = Array.from({ length: PRODUCTS }, (_, number) => ({
  sku: `p${number}`,
  name: `Product ${number}`,
  category: ['Outdoor', CATEGORIES[number % CATEGORIES.length] as string],
  price: 50 + (number % 40) * 25,
}));

export const phoneOf = (customer: number) => `+86138${String(10_000_000 + customer)}`;
export const tagsOf = (customer: number) => (customer % 10 < 3 ? ['hiker'] : customer % 10 < 5 ? ['camper'] : []);

function promotionOf(placedAt: Date): string | null {
  const [month, day] = [placedAt.getUTCMonth(), placedAt.getUTCDate()];
  if (month === 5 && day <= 20) return '618';
  return month === 10 && day <= 12 ? '1111' : null;
}

/** The orders, newest not last: weak stores (low numbers) get fewer of them. */
export function* orders({ customers, orders: count }: Sizes): Generator<OrderFacts> {
  const random = createRandom(20_260_618);
  for (let number = 0; number < count; number++) {
    const placedAt = new Date(UNTIL - Math.floor(random() * 730 * DAY));
    const store = Math.min(STORES - 1, Math.floor(Math.sqrt(random()) * STORES));
    const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      const product = products[Math.floor(random() * PRODUCTS)] as (typeof products)[number];
      return { sku: product.sku, quantity: 1 + Math.floor(random() * 2), unitPrice: product.price };
    });
    const draw = random();
    yield {
      number: `o${number}`,
      customer: Math.floor(random() ** 1.5 * customers),
      placedAt,
      status: draw < 0.95 ? 'PAID' : draw < 0.98 ? 'REFUNDED' : 'CANCELLED',
      promotion: promotionOf(placedAt),
      store: `s${store}`,
      staff: `e${store + STORES * Math.floor(random() * (STAFF / STORES))}`,
      lines,
    };
  }
}

/** The same facts as an import file. */
export function* recordLines(sizes: Sizes): Generator<string> {
  const line = (record: object) => `${JSON.stringify(record)}\n`;
  for (const store of stores) yield line({ store });
  for (const one of staff) yield line({ staff: one });
  for (const { price, ...product } of products)
    yield line({ product: { ...product, price: { amount: price.toFixed(2), currency: 'CNY' } } });
  for (let customer = 0; customer < sizes.customers; customer++)
    yield line({
      customer: {
        source: 'crm',
        recordId: String(customer),
        observedAt: '2024-01-01T00:00:00Z',
        identifiers: [{ kind: 'phone', value: phoneOf(customer) }],
        profile: { displayName: `Customer ${customer}`, address: { city: `City ${customer % 20}` } },
        tags: tagsOf(customer),
      },
    });
  for (const { customer, placedAt, lines, ...order } of orders(sizes))
    yield line({
      order: {
        source: 'pos',
        ...order,
        placedAt: placedAt.toISOString(),
        currency: 'CNY',
        channel: 'store',
        customer: { identifiers: [{ kind: 'phone', value: phoneOf(customer) }] },
        lines: lines.map((item) => ({ ...item, unitPrice: item.unitPrice.toFixed(2) })),
      },
    });
}
