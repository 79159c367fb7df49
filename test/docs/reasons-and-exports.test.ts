import { isEnumType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { segmentTemplates } from '../../src/audience/segments/templates/templates.ts';
import { schema } from '../../src/platform/schema.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder, withJson } from './read-page.ts';

const page = readPage('reasons-and-exports.md');
const queries = page.blocks.filter(({ language }) => language === 'graphql').map(({ text }) => text);
const examples = withJson(page, 'graphql').map(({ text, json }) => ({ query: text, answer: json }));

describe('docs/reasons-and-exports.md', () => {
  const app = useApp();
  let id = '';

  beforeAll(async () => {
    const identifiers = [{ kind: 'phone', value: '13800138000' }];
    const observedAt = '2026-06-17T12:00:00+08:00';
    const order = (number: string, placedAt: string, store: string) => ({
      order: {
        source: 'pos',
        number,
        placedAt,
        currency: 'CNY',
        store,
        customer: { identifiers },
        lines: [{ sku: 'pole-2', quantity: 1, unitPrice: '399.00' }],
      },
    });
    await app.ingest(
      { store: { code: 'sh-01', city: 'Shanghai' } },
      { customer: { source: 'crm', recordId: '1', observedAt, identifiers, tags: ['hiker'] } },
      order('A-1', '2025-05-02T04:00:00Z', 'sh-01'),
      order('A-2', '2026-06-01T04:00:00Z', 'bj-01'),
    );
    const performance =
      "MATCH (store:Store) SET store.performance = CASE store.code WHEN 'sh-01' THEN 'LOW' ELSE 'HIGH' END";
    await app.database.write({ name: 'fixture.performance', text: performance });
    const found = await app.data<{ customer: { id: string } }>(
      '{ customer(identifier: { kind: "phone", value: "13800138000" }) { id } }',
    );
    id = found.customer.id;
  });

  it.each(examples)('shows what is answered: $query', async ({ query, answer }) => {
    expect(await app.graphql(query, { id })).toEqual(answer);
  });

  it.each(queries)('asks what can be asked: %s', async (query) => {
    expect((await app.graphql(query, { id })).errors).toBeUndefined();
  });

  it('lists the templates and outcomes that there are', () => {
    const first = (heading: string) => tableUnder(page, heading).flatMap(([cell = '']) => codes(cell));
    expect(first('Rules to begin with')).toEqual(segmentTemplates.map((template) => template.id));
    const outcome = schema.getType('ExportOutcome');
    const outcomes = isEnumType(outcome) ? outcome.getValues().map(({ name }) => name) : [];
    expect(outcomes.filter((name) => !page.text.includes(`| \`${name}\` |`))).toEqual([]);
    expect(outcomes.length).toBe(5);
  });

  it('exports as its examples say', async () => {
    const url = await app.url();
    const [, body = ''] = /-d '(.*)' >/.exec(page.text) ?? [];
    const headers = { 'content-type': 'application/json' };
    const table = await (await fetch(`${url}/export`, { method: 'POST', headers, body })).text();
    expect(table).toBe(`id,identifiers\r\n${id},"[{""kind"":""phone"",""value"":""+8613800138000""}]"\r\n`);
  });
});
