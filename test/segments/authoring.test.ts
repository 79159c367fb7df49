import { beforeAll, describe, expect, it } from 'vitest';
import { segmentTemplates } from '../../src/audience/segments/templates/templates.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

beforeAll(async () => {
  const at = '2026-06-17T12:00:00+08:00';
  const cities = ['Shanghai', 'Shanghai', 'Shaoxing', 'Beijing'];
  const customer = (city: string, number: number): RecordInput => ({
    customer: {
      source: 'crm',
      recordId: `${number}`,
      observedAt: at,
      identifiers: [
        { kind: 'member_number', value: `100${number}` },
        { kind: 'phone', value: `1380013800${number}` },
      ],
      profile: { displayName: `Person ${number}`, address: { city } },
      tags: number < 3 ? ['hiker', 'Say "hi"'] : ['hiker'],
    },
  });
  await app.ingest(
    { store: { code: 'sh-01', city: 'Shanghai', tags: ['sales-capability-low'] } },
    { store: { code: 'sh-02', city: 'Shanghai' } },
    { product: { sku: 'pole', category: ['Outdoor', 'Trekking poles'], brand: 'Northridge' } },
    ...cities.map(customer),
    {
      order: {
        source: 'pos',
        number: '1',
        placedAt: '2025-06-18T12:00:00+08:00',
        currency: 'CNY',
        promotion: '618',
        store: 'sh-01',
        customer: { record: { source: 'crm', recordId: '0' } },
        lines: [{ sku: 'pole', quantity: 1, unitPrice: '6000.00' }],
      },
    },
  );
  await app.application.segments.save({ name: 'Vip of the north', rule: 'tags has "vip"' });
});

/** What is suggested where `|` stands. */
async function suggest(marked: string, first?: number) {
  const { ruleSuggestions } = await app.data<{
    ruleSuggestions: { from: number; to: number; items: Record<string, unknown>[] };
  }>(
    'query ($text: String!, $position: Int!, $first: Int) { ruleSuggestions(text: $text, position: $position, first: $first) { from to items { text kind type description count } } }',
    { text: marked.replace('|', ''), position: marked.indexOf('|'), first },
  );
  return ruleSuggestions;
}
async function valuesOf(more: object) {
  const { fieldValues } = await app.data<{ fieldValues: unknown }>(
    'query ($scope: RuleScope, $path: String!, $prefix: String, $first: Int) { fieldValues(scope: $scope, path: $path, prefix: $prefix, first: $first) { value count exact } }',
    { ...more },
  );
  return fieldValues;
}

describe('suggestions while a rule is written', () => {
  it('carry what the schema says of a name', async () => {
    expect(await suggest('purchases where (promo|')).toEqual({
      from: 17,
      to: 22,
      items: [
        {
          text: 'promotion',
          kind: 'FIELD',
          type: 'String',
          description: 'Promotion it was placed in, e.g. 618; may be missing.',
          count: null,
        },
      ],
    });
  });

  it('of a text are the values that the graph holds, with counts, quoted as a rule needs them', async () => {
    const { from, to, items } = await suggest('city = "sha|"');
    expect([from, to, items.map(({ text, kind, count }) => [text, kind, count])]).toEqual([
      7,
      12,
      [
        ['"Shanghai"', 'VALUE', 2],
        ['"Shaoxing"', 'VALUE', 1],
      ],
    ]);
    expect((await suggest('tags has |')).items.map(({ text, count }) => [text, count])).toEqual([
      ['"hiker"', 4],
      ['"Say \\"hi\\""', 3],
      ['any', null],
      ['all', null],
      ['none', null],
    ]);
    expect((await suggest('tags has |', 1)).items.map(({ kind }) => kind)).toEqual([
      'VALUE',
      ...Array(3).fill('OPERATOR'),
    ]);
    expect((await suggest('displayName = "P|')).items).toEqual([]);
  });

  it('behind `in segment` are the saved ones', async () => {
    expect((await suggest('not in segment "vip|')).items.map(({ text, kind }) => [text, kind])).toEqual([
      ['"Vip of the north"', 'SEGMENT'],
    ]);
  });

  it('never refuse a text', async () => {
    for (const text of [
      '((((|',
      '"|',
      ')|',
      'a . |',
      '# |',
      'in (|',
      '😀|',
      `${'('.repeat(60)}|`,
      'purchases where where |',
    ]) {
      expect((await suggest(text)).from).toBeLessThanOrEqual(text.length);
    }
    const { data } = await app.graphql<{ ruleSuggestions: { to: number } }>(
      '{ ruleSuggestions(text: "city", position: 99) { to } }',
    );
    expect(data?.ruleSuggestions.to).toBe(4);
  });
});

describe('values of a field', () => {
  it('are read from the graph until counts are kept, and then taken from these', async () => {
    const shanghai = [{ value: 'Shanghai', count: 2, exact: true }];
    expect(await valuesOf({ scope: 'STORE', path: 'city' })).toEqual(shanghai);
    expect(await valuesOf({ scope: 'ORDER', path: 'store.city' })).toEqual(shanghai);
    expect(await valuesOf({ scope: 'LINE', path: 'product.category', prefix: 'TREK' })).toEqual([
      { value: 'Trekking poles', count: 1, exact: true },
    ]);
    expect(await valuesOf({ path: 'city', prefix: 'sha', first: 1 })).toEqual(shanghai);
    await app.application.statistics.refresh();
    expect(await valuesOf({ path: 'city', prefix: 'sha', first: 1 })).toEqual(shanghai);
    expect(await valuesOf({ scope: 'IDENTIFIER', path: 'kind' })).toEqual([
      { value: 'member_number', count: 4, exact: true },
      { value: 'phone', count: 4, exact: true },
    ]);
  });

  it('are the words of a field that has fixed ones', async () => {
    expect(await valuesOf({ scope: 'ORDER', path: 'status', prefix: 'pa' })).toEqual([
      { value: 'PAID', count: 1, exact: true },
      { value: 'PARTIALLY_REFUNDED', count: null, exact: false },
    ]);
    expect(await valuesOf({ path: 'lifecycleStage', first: 1 })).toEqual([
      { value: 'ANONYMOUS', count: null, exact: false },
    ]);
  });

  it('are none for numbers and for what names one person', async () => {
    for (const path of ['purchaseCount', 'displayName', 'id', 'createdAt'])
      expect(await valuesOf({ path })).toEqual([]);
    expect(await valuesOf({ scope: 'ORDER', path: 'number' })).toEqual([]);
  });

  it.each([
    [{ path: 'colour' }, 'path'],
    [{ path: 'city', first: 0 }, 'first'],
    [{ path: 'purchases' }, 'path'],
  ])('refuses %j', async (variables, argument) => {
    const { errors } = await app.graphql(
      'query ($path: String!, $first: Int) { fieldValues(path: $path, first: $first) { value } }',
      variables,
    );
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  });
});

describe('templates', () => {
  it('each run as they are, and find whom they are meant for', async () => {
    const { segmentTemplates: offered } = await app.data<{ segmentTemplates: { id: string; rule: string }[] }>(
      '{ segmentTemplates { id name description text rule parameters { name type description default } } }',
    );
    expect(offered.map(({ id }) => id)).toEqual(segmentTemplates.map(({ id }) => id));
    const counts: Record<string, number> = {};
    for (const { id, rule } of offered) counts[id] = (await app.application.segments.preview({ rule })).count;
    expect(counts).toMatchObject({
      'win-back': 1,
      'cross-sell': 1,
      'golden-48-hours': 3,
      'lapsed-vip': 1,
      'high-spenders-without-review': 1,
      'second-purchase': 0,
    });
  });

  it('take values, and refuse others', async () => {
    const rule = (values: string) =>
      app.graphql<{ segmentTemplates: { id: string; rule: string }[] }>(
        `{ segmentTemplates { id rule(values: ${values}) } }`,
      );
    const { data } = await rule('{}');
    expect(data?.segmentTemplates.find(({ id }) => id === 'second-purchase')?.rule).toBe(
      'purchaseCount = 1 and lastPurchaseAt within 90 days',
    );
    for (const values of ['{colour: 1}', '[1]']) {
      const { errors } = await rule(values);
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'values' });
    }
  });
});

describe('explanations over GraphQL', () => {
  it('say who is kept out by what, and how a rule is run', async () => {
    const { customer } = await app.data<{ customer: { id: string } }>(
      '{ customer(identifier: { kind: "member_number", value: "1000" }) { id } }',
    );
    const data = await app.data(
      `query ($id: ID!) {
        explainMembership(customer: $id, rule: "purchases where (store.city = \\"Shanghai\\" and placedAt within 180 days)") {
          member asOf excludedBy { rule matched path nearest { kind message met missed { rule found message } } }
        }
        explainSegment(rule: "city = \\"Shanghai\\"") {
          rule plan parameters steps { kind scope set depth rows } operators { name depth } planned: operators(run: false) { rows }
        }
      }`,
      { id: customer.id },
    );
    const rule = 'purchases where (store.city = "Shanghai" and placedAt within 180 days)';
    expect(data.explainMembership).toEqual({
      member: false,
      asOf: '2026-06-18T04:00:00.000Z',
      excludedBy: {
        rule,
        matched: false,
        path: [],
        nearest: [
          {
            kind: 'MEASURE',
            message: '0 of 1 purchases match, asked for: at least one',
            met: [],
            missed: [{ rule, found: { count: 0, of: 1 }, message: '0 of 1 purchases match' }],
          },
          {
            kind: 'OBJECT',
            message: 'order pos 1: placedAt is 365 days ago, asked for: within 180 days',
            met: ['store.city = "Shanghai"'],
            missed: [
              {
                rule: 'placedAt within 180 days',
                found: '2025-06-18T04:00:00.000Z',
                message: 'placedAt is 365 days ago, asked for: within 180 days',
              },
            ],
          },
        ],
      },
    });
    expect(data.explainSegment).toMatchObject({
      rule: 'city = "Shanghai"',
      plan: 'find customer\n  everything\n  where city = "Shanghai"\n',
      parameters: { city: 'Shanghai' },
      steps: [{ kind: 'START', scope: 'customer', set: false, depth: 0, rows: 2 }],
    });
  });
});
