import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, dumpCustomers } from '../support/intake.ts';

const database = useDatabase();
const { service } = createTestIngest(database);
beforeEach(() => wipe(database));

const phone = { identifiers: [{ kind: 'phone', value: '13800138000' }] };
const order = (more: object) => ({
  order: {
    source: 'pos',
    number: 'bad',
    placedAt: '2026-06-18T11:02:00+08:00',
    currency: 'CNY',
    customer: phone,
    lines: [{ sku: 'pole', quantity: 1, unitPrice: '399.00' }],
    ...more,
  },
});
const line = (more: object) => order({ lines: [{ sku: 'pole', quantity: 1, unitPrice: '399.00', ...more }] });
const customer = (more: object) => ({
  customer: { source: 'crm', recordId: 'bad', observedAt: '2026-06-18T11:02:00+08:00', ...phone, ...more },
});
const good = { ...order({ number: 'good' }) };
const countNodes = async () =>
  (
    await database.read<{ nodes: number }>({
      name: 'test.count',
      text: 'MATCH (n) WHERE NOT n:Migration RETURN count(n) AS nodes',
    })
  )[0]?.nodes;

const refused: [name: string, record: unknown, code: string, path: string][] = [
  ['two keys in one record', { ...order({}), store: { code: 's' } }, 'NOT_ONE_RECORD', ''],
  ['no known key', {}, 'NOT_ONE_RECORD', ''],
  ['an unknown field', order({ colour: 'red' }), 'UNKNOWN_FIELD', 'order.colour'],
  ['a missing field', order({ placedAt: undefined }), 'MISSING_FIELD', 'order.placedAt'],
  ['a wrong type', order({ channel: 7 }), 'WRONG_TYPE', 'order.channel'],
  ['an unknown enum value', order({ status: 'SENT' }), 'UNKNOWN_ENUM_VALUE', 'order.status'],
  ['an empty key', order({ number: '' }), 'EMPTY_KEY', 'order.number'],
  ['an impossible date', { store: { code: 's', openedOn: '2026-02-30' } }, 'INVALID_DATE', 'store.openedOn'],
  ['an impossible instant', order({ placedAt: '2026-02-30T10:00:00Z' }), 'INVALID_DATE_TIME', 'order.placedAt'],
  ['a decimal that is none', order({ total: '1e3' }), 'INVALID_DECIMAL', 'order.total'],
  ['a negative quantity', line({ quantity: -1 }), 'NEGATIVE_QUANTITY', 'order.lines.0.quantity'],
  ['a negative price', line({ unitPrice: '-1.00' }), 'NEGATIVE_AMOUNT', 'order.lines.0.unitPrice'],
  ['discounts above the price', line({ discount: '400.00' }), 'NEGATIVE_AMOUNT', 'order.lines'],
  [
    'more decimals than the currency has',
    line({ unitPrice: '1.005' }),
    'AMOUNT_TOO_PRECISE',
    'order.lines.0.unitPrice',
  ],
  ['an amount beyond reason', line({ unitPrice: '100000000000.01' }), 'AMOUNT_TOO_LARGE', 'order.lines.0.unitPrice'],
  ['a currency without a rate', order({ currency: 'EUR' }), 'UNKNOWN_CURRENCY', 'order.currency'],
  [
    'an unknown identifier kind',
    customer({ identifiers: [{ kind: 'passport', value: 'E1' }] }),
    'UNKNOWN_IDENTIFIER_KIND',
    'customer.identifiers.0.kind',
  ],
  ['a reference to nobody', order({ customer: {} }), 'NO_CUSTOMER_REFERENCE', 'order.customer'],
];

describe('bad records', () => {
  it.each(refused)('refuses %s, keeps the others and changes nothing for it', async (_, record, code, path) => {
    await service.ingest([good, { product: { sku: 'pole', name: 'Pole' } }]);
    const [before, nodes] = [await dumpCustomers(database), await countNodes()];
    const report = await service.ingest([good, record, good]);
    expect(report).toMatchObject({ received: 3, created: 0, updated: 0, unchanged: 2, rejected: 1, warnings: [] });
    expect(report.errors.map((error) => [error.index, error.code, error.path.join('.')])).toEqual([[1, code, path]]);
    expect(await dumpCustomers(database)).toEqual(before);
    expect(await countNodes()).toBe(nodes);
  });

  it('reports every fault of a record', async () => {
    const report = await service.ingest([
      order({ currency: 'EUR', customer: { identifiers: [{ kind: 'x', value: '1' }] } }),
    ]);
    expect(report.rejected).toBe(1);
    expect(report.errors.map(({ code }) => code).sort()).toEqual(['UNKNOWN_CURRENCY', 'UNKNOWN_IDENTIFIER_KIND']);
  });
});

const doubtful: [name: string, record: object, code: string, path: string][] = [
  [
    'a phone that is no phone',
    order({ customer: { identifiers: [{ kind: 'phone', value: '12' }] } }),
    'DOUBTFUL_IDENTIFIER',
    'order.customer.identifiers.0.value',
  ],
  [
    'a junk e-mail',
    customer({ identifiers: [{ kind: 'email', value: 'test@test.com' }] }),
    'BLOCKED_IDENTIFIER',
    'customer.identifiers.0.value',
  ],
  ['a total that does not add up', order({ total: '400.00' }), 'TOTAL_MISMATCH', 'order.total'],
  ['a refund above the total', order({ refunded: '400.00' }), 'REFUND_EXCEEDS_TOTAL', 'order.refunded'],
  ['an unknown store', order({ store: 'nowhere' }), 'UNKNOWN_STORE', 'order.store'],
  ['unknown staff', order({ staff: 'nobody' }), 'UNKNOWN_STAFF', 'order.staff'],
  ['an unknown product', line({ sku: 'mystery' }), 'UNKNOWN_PRODUCT', 'order.lines.0.sku'],
];

describe('doubtful records', () => {
  it.each(doubtful)('keeps a record with %s and says so', async (_, record, code, path) => {
    await service.ingest([{ product: { sku: 'pole', name: 'Pole' } }]);
    const report = await service.ingest([record]);
    expect(report).toMatchObject({ received: 1, created: 1, rejected: 0, errors: [] });
    expect(report.warnings.map((warning) => [warning.index, warning.code, warning.path.join('.')])).toEqual([
      [0, code, path],
    ]);
  });

  it('keeps the stated total', async () => {
    await service.ingest([order({ total: '400.00' })]);
    expect(await dumpCustomers(database)).toMatchObject([{ totalSpentMinor: 40000 }]);
  });
});

describe('money', () => {
  it('counts other currencies in the reporting currency, exactly', async () => {
    await service.ingest([
      order({
        currency: 'USD',
        lines: [{ sku: 'pole', quantity: 3, unitPrice: '19.99', discount: '0.01' }],
        refunded: '9.96',
        status: 'PARTIALLY_REFUNDED',
      }),
    ]);
    const [row] = await database.read({
      name: 'test.money',
      text: `MATCH (o:Order)-[line:CONTAINS]->() RETURN o.totalMinor AS total, o.refundedMinor AS refunded, o.valueMinor AS value, o.netMinor AS net,
        line.unitPriceMinor AS price, line.unitValueMinor AS priceValue, line.discountMinor AS discount`,
    });
    // 3 × 19.99 − 0.01 = 59.96 USD = 425.716 CNY; 50.00 USD kept = 355.00 CNY; 19.99 USD = 141.929 CNY
    expect(row).toEqual({
      total: 5996,
      refunded: 996,
      value: 42572,
      net: 35500,
      price: 1999,
      priceValue: 14193,
      discount: 1,
    });
    expect(await dumpCustomers(database)).toMatchObject([{ purchaseCount: 1, totalSpentMinor: 35500 }]);
  });

  it('counts only orders that are purchases', async () => {
    const statuses = ['PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED'];
    await service.ingest(statuses.map((status) => order({ number: status, status })));
    expect(await dumpCustomers(database)).toMatchObject([
      { purchaseCount: 2, totalSpentMinor: 79800, orders: expect.objectContaining({ length: 5 }) },
    ]);
  });
});

describe('a file', () => {
  const lines = (...items: unknown[]) => [
    items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('\n'),
  ];
  async function* stream(chunks: string[]) {
    yield* chunks;
  }

  it('numbers its lines from 1 and reports those that are not JSON', async () => {
    const rejected: number[] = [];
    const report = await service.importLines(stream(lines(good, '', '{"order":', customer({}), 'null')), {
      onRejected: (line) => void rejected.push(line.number),
    });
    expect(report).toMatchObject({ received: 4, created: 2, rejected: 2 });
    expect(report.errors.map(({ index, code }) => [index, code])).toEqual([
      [3, 'INVALID_JSON'],
      [5, 'WRONG_TYPE'],
    ]);
    expect(rejected).toEqual([3, 5]);
    expect(await dumpCustomers(database)).toMatchObject([{ records: ['crm|bad'], orders: ['pos|good'] }]);
  });

  it('refuses a line that is too long', async () => {
    const report = await service.importLines(stream(lines('x'.repeat(4 * 1024 * 1024 + 1), good)));
    expect(report.errors).toMatchObject([{ index: 1, code: 'LINE_TOO_LONG', path: [] }]);
    expect(report.created).toBe(1);
  });
});
