import { beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../src/application.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useRulesFile } from '../identity/rules-file.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const stamp = { actor: 'an agent', reason: 'she called' };

const order = (number: string, placedAt: string, phone: string): RecordInput => ({
  order: {
    ...{ source: 'pos', number, placedAt, currency: 'CNY', lines: [], total: '100.00' },
    customer: { identifiers: [{ kind: 'phone', value: phone }] },
  },
});
const view = (eventId: string, occurredAt: string, phone: string, name = 'product_view'): RecordInput => ({
  event: {
    ...{ source: 'web', eventId, name, occurredAt },
    customer: { identifiers: [{ kind: 'phone', value: phone }] },
  },
});
const person = (recordId: string, phone: string): RecordInput => ({
  customer: {
    ...{ source: 'crm', recordId, observedAt: '2026-01-01T00:00:00Z', profile: { displayName: recordId } },
    identifiers: [{ kind: 'phone', value: phone }],
  },
});
const [wei, mei, bo] = ['13800138001', '13800138002', '13800138003'];

const inStage = async (stage: string) => {
  const { customers } = await app.data<{ customers: { nodes: { displayName: string }[] } }>(
    `{ customers(rule: "lifecycleStage = ${stage}") { nodes { displayName } } }`,
  );
  const { filtered } = await app.data<{ filtered: { nodes: { displayName: string }[] } }>(
    `{ filtered: customers(filter: { lifecycleStage: { eq: ${stage} } }) { nodes { displayName lifecycleStage } } }`,
  );
  expect(filtered.nodes).toEqual(customers.nodes.map((node) => ({ ...node, lifecycleStage: stage })));
  return customers.nodes.map(({ displayName }) => displayName).sort();
};
const idOf = async (phone: string) =>
  (
    await app.data<{ customer: { id: string } }>(
      `{ customer(identifier: { kind: "phone", value: "${phone}" }) { id } }`,
    )
  ).customer.id;
const historyOf = async (phone: string) =>
  (
    await app.data<{ customer: { lifecycleHistory: object[] } }>(
      `{ customer(identifier: { kind: "phone", value: "${phone}" }) { lifecycleHistory {
        stage from to cause fact { type source id } identifier { kind value } } } }`,
    )
  ).customer.lifecycleHistory;

/** Each test is a step and builds on those before it. */
describe('a customer who shows interest again and again', () => {
  beforeAll(async () => {
    app.clock.set('2026-06-18T12:00:00Z');
    await app.ingest(
      ...[person('Wei', wei), person('Mei', mei), person('Bo', bo)],
      ...[order('1', '2026-01-10T00:00:00Z', wei), order('2', '2026-02-20T00:00:00Z', wei)],
      ...[1, 2, 3, 4].map((day) => view(`w${day}`, `2026-06-0${day}T00:00:00Z`, wei)),
      ...[order('3', '2026-03-01T00:00:00Z', mei), view('m1', '2026-06-10T00:00:00Z', mei, 'add_to_cart')],
      view('m2', '2026-06-10T00:00:00Z', mei, 'page_view'),
      ...[1, 2, 3, 4].map((day) => view(`b${day}`, `2026-06-1${day}T00:00:00Z`, bo)),
    );
  });

  it('is indecisive from the sign on that makes it again and again', async () => {
    expect(await inStage('INDECISIVE')).toEqual([]);
    expect(await inStage('REPEAT')).toEqual(['Wei']);
    await app.ingest(view('w5', '2026-06-15T08:00:00Z', wei, 'return'));
    expect(await inStage('INDECISIVE')).toEqual(['Wei']);
    expect(await inStage('REPEAT')).toEqual([]);
    expect(await inStage('WINDOW')).toEqual(['Bo']);
    expect(await historyOf(wei)).toEqual([
      {
        ...{ stage: 'WINDOW', from: '2026-01-01T00:00:00.000Z', to: '2026-01-10T00:00:00.000Z', cause: 'IDENTIFIED' },
        ...{ fact: null, identifier: { kind: 'phone', value: '+8613800138001' } },
      },
      {
        ...{ stage: 'FIRST_TIME', from: '2026-01-10T00:00:00.000Z', to: '2026-02-20T00:00:00.000Z', cause: 'ORDER' },
        ...{ fact: { type: 'ORDER', source: 'pos', id: '1' }, identifier: null },
      },
      {
        ...{ stage: 'REPEAT', from: '2026-02-20T00:00:00.000Z', to: '2026-06-15T08:00:00.000Z', cause: 'ORDER' },
        ...{ fact: { type: 'ORDER', source: 'pos', id: '2' }, identifier: null },
      },
      {
        ...{ stage: 'INDECISIVE', from: '2026-06-15T08:00:00.000Z', to: null, cause: 'EVENT' },
        ...{ fact: { type: 'EVENT', source: 'web', id: 'w5' }, identifier: null },
      },
    ]);
  });

  it('is told so by explanations, and is in live segments as long as it lasts', async () => {
    const { explainMembership } = await app.data<{ explainMembership: object }>(
      `{ explainMembership(customer: "${await idOf(wei)}", rule: "lifecycleStage = INDECISIVE") { member clause { evidence } } }`,
    );
    expect(explainMembership).toEqual({
      member: true,
      clause: { evidence: [{ type: 'value', field: 'lifecycleStage', value: 'INDECISIVE' }] },
    });
    const { saveSegment } = await app.data<{ saveSegment: { id: string } }>(
      'mutation { saveSegment(input: { name: "Wavering", rule: "lifecycleStage = INDECISIVE" }) { id } }',
    );
    const members = async () => {
      await app.application.live.catchUp();
      const { segment } = await app.data<{ segment: { members: { nodes: { displayName: string }[] } } }>(
        `{ segment(id: "${saveSegment.id}") { members { nodes { displayName } } } }`,
      );
      return segment.members.nodes.map(({ displayName }) => displayName);
    };
    expect(await members()).toEqual(['Wei']);
    // the first of the five is 30 days old, and a millisecond later too old
    app.clock.set('2026-07-01T00:00:00Z');
    expect(await members()).toEqual(['Wei']);
    app.clock.set('2026-07-01T00:00:00.001Z');
    expect(await members()).toEqual([]);
    expect((await historyOf(wei)).at(-1)).toMatchObject({
      ...{ stage: 'REPEAT', from: '2026-07-01T00:00:00.001Z', to: null, cause: 'TIME', fact: null, identifier: null },
    });
    app.clock.set('2026-06-18T12:00:00Z');
  });

  it('is so as one person, and not when that was wrong', async () => {
    const ids = [await idOf(mei), await idOf(bo)];
    const { customers } = await app.application.decisions.merge(ids, stamp);
    expect(await inStage('INDECISIVE')).toHaveLength(2);
    const [merged] = await app.application.customers.mergedFromOf(customers);
    await app.application.decisions.undoMerge(merged?.[0]?.mergeId as string, stamp);
    expect(await inStage('INDECISIVE')).toEqual(['Wei']);
    expect(await inStage('FIRST_TIME')).toEqual(['Mei']);
    expect(await inStage('WINDOW')).toEqual(['Bo']);
  });

  it('is another one under other rules, once these have counted', async () => {
    const indecisive = { interests: 1, withinDays: 10, quietDays: 20, events: ['add_to_cart'] };
    const config = { ...app.application.config, lifecycleRules: useRulesFile({ loyalFrom: 3, indecisive }) };
    const other = createApplication({ ...app.application, config });
    expect(await app.application.lifecycle.bringUpToDate()).toBe(true);
    expect(await app.application.lifecycle.bringUpToDate()).toBe(false);
    expect(await other.lifecycle.bringUpToDate()).toBe(true);
    expect(await other.lifecycle.bringUpToDate()).toBe(false);
    const stages = (await other.customers.customersById([await idOf(wei), await idOf(mei), await idOf(bo)])).map(
      (row) => row && other.customers.lifecycleStage(row),
    );
    expect(stages).toEqual(['REPEAT', 'INDECISIVE', 'WINDOW']);
    expect(await app.application.lifecycle.bringUpToDate()).toBe(true);
    expect(await inStage('INDECISIVE')).toEqual(['Wei']);
    await other.settle();
  });

  it('flows between stages, as the funnel tells', async () => {
    const { lifecycleFunnel } = await app.data<{ lifecycleFunnel: { stages: object[]; flows: object[] } }>(
      `{ lifecycleFunnel(from: "2026-02-25T00:00:00Z", to: "2026-06-18T12:00:00Z") {
        stages { stage before after } flows { from to customers } } }`,
    );
    expect(lifecycleFunnel).toEqual({
      stages: [
        { stage: 'ANONYMOUS', before: 0, after: 0 },
        { stage: 'WINDOW', before: 2, after: 1 },
        { stage: 'FIRST_TIME', before: 0, after: 1 },
        { stage: 'REPEAT', before: 1, after: 0 },
        { stage: 'LOYAL', before: 0, after: 0 },
        { stage: 'INDECISIVE', before: 0, after: 1 },
        { stage: 'LAPSED', before: 0, after: 0 },
      ],
      flows: [
        { from: 'REPEAT', to: 'INDECISIVE', customers: 1 },
        { from: 'WINDOW', to: 'FIRST_TIME', customers: 1 },
        { from: 'WINDOW', to: 'WINDOW', customers: 1 },
      ],
    });
    const backwards = await app.graphql(
      '{ lifecycleFunnel(from: "2026-06-18T12:00:00Z", to: "2026-02-25T00:00:00Z") { from } }',
    );
    expect(backwards.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'to' });
  });
});
