import { readdirSync, readFileSync } from 'node:fs';
import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { IngestReport } from '../../src/platform/generated/schema-types.ts';
import { schema } from '../../src/platform/schema.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder } from './read-page.ts';

const page = readPage('ingest.md');
const listed = (heading: string) => tableUnder(page, heading).flatMap(([code = '']) => codes(code));

const at = '2026-06-18T11:02:00+08:00';
const phone = (value: string) => ({ kind: 'phone', value });
const someone = { identifiers: [phone('13800138000')] };
const order = (more: object) => ({
  order: { source: 'pos', number: 'X', placedAt: at, currency: 'CNY', customer: someone, lines: [], ...more },
});
const line = (more: object) => order({ lines: [{ sku: 'pole-2', quantity: 1, unitPrice: '10.00', ...more }] });
const customer = (more: object) => ({
  customer: { source: 'crm', recordId: 'X', observedAt: at, identifiers: [], ...more },
});
const event = (more: object) => ({
  event: { source: 'web', eventId: 'X', name: 'visit', occurredAt: at, customer: someone, ...more },
});
const points = (more: object) => ({
  points: { source: 'crm', entryId: 'X', kind: 'EARN', points: 5, occurredAt: at, customer: someone, ...more },
});

/** For each code records that give it, as lines of a file; of several the last one does. */
const rejected: Record<string, readonly unknown[]> = {
  INVALID_JSON: ['{"store":'],
  LINE_TOO_LONG: [{ store: { code: 'x'.repeat(5_000_000) } }],
  NOT_ONE_RECORD: [{ store: { code: 'a' }, product: { sku: 'b' } }],
  UNKNOWN_FIELD: [{ store: { code: 'a', town: 'b' } }],
  MISSING_FIELD: [order({ currency: null })],
  WRONG_TYPE: [line({ quantity: 1.5 })],
  UNKNOWN_ENUM_VALUE: [order({ status: 'SENT' })],
  EMPTY_KEY: [{ product: { sku: ' ' } }],
  INVALID_DATE: [customer({ profile: { birthDate: '2026-02-30' } })],
  INVALID_DATE_TIME: [order({ placedAt: '2026-06-18T11:02:00' })],
  INVALID_DECIMAL: [order({ total: '1,299.00' })],
  AMOUNT_TOO_PRECISE: [order({ total: '1.005' })],
  AMOUNT_TOO_LARGE: [order({ total: '100000000000.01' })],
  NEGATIVE_AMOUNT: [order({ refunded: '-1.00' })],
  NEGATIVE_QUANTITY: [line({ quantity: -1 })],
  UNKNOWN_CURRENCY: [order({ currency: 'XXX' })],
  UNKNOWN_IDENTIFIER_KIND: [customer({ identifiers: [{ kind: 'shoe_size', value: '42' }] })],
  INVALID_POINTS: [points({ points: 0 })],
  NO_CUSTOMER_REFERENCE: [order({ customer: {} })],
};
const doubted: Record<string, readonly unknown[]> = {
  DOUBTFUL_IDENTIFIER: [customer({ identifiers: [phone('12')] })],
  BLOCKED_IDENTIFIER: [customer({ recordId: 'Y', identifiers: [phone('00000000000')] })],
  UNKNOWN_STORE: [order({ number: '1', store: 'nowhere' })],
  UNKNOWN_STAFF: [{ staff: { code: 'e-1', manager: 'nobody' } }],
  UNKNOWN_PRODUCT: [event({ eventId: '1', sku: 'nothing' })],
  TOTAL_MISMATCH: [order({ number: '2', total: '9.00', lines: [{ sku: 'pole-2', quantity: 1, unitPrice: '8.00' }] })],
  REFUND_EXCEEDS_TOTAL: [order({ number: '3', total: '1.00', refunded: '2.00' })],
  SAME_TIME_OTHER_CONTENT: [
    order({ number: '4' }),
    order({ number: '4', channel: 'b' }),
    order({ number: '4', channel: 'c' }),
  ],
  POINTS_CHANGED: [points({}), points({ points: 6 })],
  EVENT_CHANGED: [event({ eventId: '2' }), event({ eventId: '2', channel: 'shop' })],
};

describe('docs/ingest.md', () => {
  const app = useApp();

  async function take(records: readonly unknown[]): Promise<IngestReport> {
    async function* chunks() {
      for (const record of records) yield `${typeof record === 'string' ? record : JSON.stringify(record)}\n`;
    }
    return app.application.ingest.importLines(chunks());
  }

  it('shows records that are taken in without a doubt', async () => {
    const example = page.blocks.find(({ language }) => language === 'ndjson')?.text.split('\n') ?? [];
    expect(await take(example)).toMatchObject({
      received: 7,
      created: 7,
      customersCreated: 1,
      errors: [],
      warnings: [],
    });
    expect(await take(example)).toMatchObject({ received: 7, unchanged: 7, errors: [], warnings: [] });
  });

  it('lists every code that can be given', () => {
    expect(listed('Why a record is rejected')).toEqual(Object.keys(rejected));
    expect(listed('What is kept but doubted')).toEqual(Object.keys(doubted));
  });

  it.each(Object.entries(rejected))('says when a record is rejected: %s', async (code, records) => {
    const report = await take(records);
    expect(report).toMatchObject({ rejected: 1, created: 0, updated: 0, customersCreated: 0 });
    expect([...new Set(report.errors.map((error) => error.code))]).toEqual([code]);
  });

  it.each(Object.entries(doubted))('says what is kept but doubted: %s', async (code, records) => {
    const report = await take(records);
    expect(report).toMatchObject({ received: records.length, rejected: 0 });
    expect([...new Set(report.warnings.map((warning) => warning.code))]).toEqual([code]);
  });

  it('leaves out no code of the sources', () => {
    const folder = new URL('../../src/intake/', import.meta.url);
    const files = readdirSync(new URL('records/', folder)).map((name) => `records/${name}`);
    const sources = [
      ...files,
      'load/choose-versions.ts',
      'load/load-catalogue.ts',
      'ingest.service.ts',
      'identity/normalise-identifier.ts',
    ]
      .filter((name) => !name.endsWith('.test.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const words = new Set(sources.flatMap((text) => text.match(/(?<=')[A-Z]+(?:_[A-Z]+)+(?=')/g) ?? []));
    const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
    const values = new Set(enums.flatMap((type) => type.getValues().map(({ name }) => name)));
    expect([...words].filter((word) => !values.has(word) && !page.text.includes(`\`${word}\``))).toEqual([]);
    expect(words.size).toBeGreaterThan(20);
  });
});
