import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';
import { type DumpedCustomer, dumpCustomers } from '../support/intake.ts';
import { type LifeFacts, stagesThrough, stageThen } from '../support/reference/stage-history.ts';

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 5);
const app = useApp();

const START = Date.parse('2024-01-01T00:00:00Z');
const DAY = 86_400_000;
const instantOf = (time: number) => new Date(time).toISOString();

/** Instants that lie as far apart as the rules ask for, and a millisecond more or less. */
const someTime = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 30, 60, 62, 90, 120, 365, 395, 425, 430), fc.constantFrom(0, 0, 0, 1, 2))
  .map(([days, more]) => START + days * DAY + more);
const somebody = fc.constantFrom(
  ['phone', '13800138001'],
  ['phone', '13800138002'],
  ['email', 'lin@example.com'],
  ['cookie', 'c-1'],
  ['cookie', 'c-2'],
);
const someFact = fc.oneof(
  fc.record({
    type: fc.constant('record' as const),
    id: fc.constantFrom('1', '2'),
    at: someTime,
    who: fc.uniqueArray(somebody, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('order' as const),
    at: someTime,
    who: somebody.map((one) => [one]),
    statuses: fc.array(fc.constantFrom('PAID', 'PAID', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'PENDING'), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    type: fc.constant('event' as const),
    at: someTime,
    who: somebody.map((one) => [one]),
    name: fc.constantFrom('product_view', 'add_to_cart', 'return', 'page_view'),
    times: fc.constantFrom(1, 2, 5),
  }),
);
type Fact = typeof someFact extends fc.Arbitrary<infer T> ? T : never;

/** Each record to send, with what the plain reading makes of it. */
interface Sent {
  readonly record: RecordInput;
  readonly key: string;
  readonly at: number;
  readonly version: number;
  readonly isStrong: boolean;
  readonly purchase?: boolean;
  readonly event?: string;
}

function sentOf(fact: Fact, position: number): Sent[] {
  const identifiers = fact.who.map(([kind, value]) => ({ kind: kind as string, value: value as string }));
  const common = { at: fact.at, isStrong: identifiers.some(({ kind }) => kind !== 'cookie'), version: fact.at };
  if (fact.type === 'record')
    return [
      {
        ...common,
        key: `crm|${fact.id}`,
        record: { customer: { source: 'crm', recordId: fact.id, observedAt: instantOf(fact.at), identifiers } },
      },
    ];
  if (fact.type === 'order')
    return fact.statuses.map((status, index) => ({
      ...common,
      key: `pos|${position}`,
      version: fact.at + index,
      purchase: status.startsWith('PA'),
      record: {
        order: {
          ...{
            source: 'pos',
            number: `${position}`,
            placedAt: instantOf(fact.at),
            currency: 'CNY',
            lines: [],
            total: '10.00',
          },
          ...{ status: status as 'PAID', updatedAt: instantOf(fact.at + index), customer: { identifiers } },
        },
      },
    }));
  return Array.from({ length: fact.times }, (_, index) => ({
    ...common,
    key: `web|${position}-${index}`,
    event: fact.name,
    record: {
      event: {
        ...{ source: 'web', eventId: `${position}-${index}`, name: fact.name, occurredAt: instantOf(fact.at) },
        customer: { identifiers },
      },
    },
  }));
}

/** The facts of a customer as they stand, out of what was sent. */
function lifeOf({ records, orders, events }: DumpedCustomer, sent: readonly Sent[]): LifeFacts {
  const own = sent.filter(({ key }) => [...records, ...orders, ...events].includes(key));
  const newest = [...new Map([...own].sort((a, b) => a.version - b.version).map((one) => [one.key, one])).values()];
  return {
    identified: own.filter(({ isStrong }) => isStrong).map(({ at }) => at),
    purchases: newest.filter(({ purchase }) => purchase).map(({ at }) => at),
    events: newest.flatMap(({ event, at }) => (event === undefined ? [] : [{ name: event, at }])),
    seen: newest.map(({ at }) => at),
  };
}

interface Answer {
  customers: {
    nodes: {
      id: string;
      lifecycleStage: string;
      lifecycleHistory: { stage: string; from: string; to: string | null; cause: string }[];
    }[];
  };
  lifecycleFunnel: {
    stages: { stage: string; before: number; after: number }[];
    flows: { from: string | null; to: string; customers: number }[];
  };
}
const question = `query ($from: DateTime!, $to: DateTime!) {
  customers { nodes { id lifecycleStage lifecycleHistory { stage from to cause } } }
  lifecycleFunnel(from: $from, to: $to) { stages { stage before after } flows { from to customers } }
}`;

describe(`the stages of a life (seed ${seed})`, () => {
  it('are those that the facts alone tell, whatever came when, and flow as they do', {
    timeout: 60_000 * numRuns,
  }, async () => {
    const cases = fc.tuple(fc.array(someFact, { minLength: 4, maxLength: 16 }), someTime, someTime, fc.nat());
    const property = fc.asyncProperty(cases, async ([facts, one, other, order]) => {
      await wipe(app.database);
      const sent = facts.flatMap(sentOf);
      app.clock.set(instantOf(START + 440 * DAY));
      const shuffled = sent
        .map((each, at) => ({ each, place: (at * 7919 + order) % 101 }))
        .sort((a, b) => a.place - b.place)
        .map(({ each }) => each.record);
      const half = Math.ceil(shuffled.length / 2);
      for (const portion of [shuffled.slice(0, half), shuffled.slice(half)])
        expect((await app.ingest(...portion)).rejected).toBe(0);

      const lives = new Map(
        (await dumpCustomers(app.database)).map((customer) => [customer.id, lifeOf(customer, sent)]),
      );
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      for (const days of [440, 455, 800]) {
        const now = START + days * DAY + 1;
        app.clock.set(instantOf(now));
        const { customers, lifecycleFunnel } = await app.data<Answer>(question, {
          from: instantOf(from),
          to: instantOf(to),
        });
        expect(customers.nodes.map(({ id }) => id).sort()).toEqual([...lives.keys()].sort());
        for (const { id, lifecycleStage, lifecycleHistory } of customers.nodes) {
          const life = lives.get(id) as LifeFacts;
          const begun = stagesThrough(life, now);
          expect(lifecycleHistory).toEqual(
            begun.map((period, at) => ({
              ...period,
              from: instantOf(period.from),
              to: begun[at + 1] ? instantOf((begun[at + 1] as { from: number }).from) : null,
            })),
          );
          expect(lifecycleStage).toBe(stageThen(life, now));
        }
        const flows = new Map<string, number>();
        for (const life of lives.values()) {
          const way = `${stageThen(life, from)} ${stageThen(life, to)}`;
          if (!way.endsWith('null')) flows.set(way, (flows.get(way) ?? 0) + 1);
        }
        expect(lifecycleFunnel.flows.map((flow) => [`${flow.from} ${flow.to}`, flow.customers]).sort()).toEqual(
          [...flows].sort(),
        );
        const { stages } = lifecycleFunnel;
        expect(stages.map(({ after }) => after).reduce((sum, count) => sum + count)).toBe(
          [...flows.values()].reduce((sum, count) => sum + count, 0),
        );
      }
    });
    await fc.assert(property, { seed, numRuns });
  });
});
