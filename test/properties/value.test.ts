import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';
import { hasReturned, type PlainPurchase, plainRanks } from '../support/reference/value.ts';

// PROPERTY_SEED and PROPERTY_RUNS hunt further than the default does; docs/testing.md.
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 3);
const app = useApp({ now: '2026-06-18T12:00:00+08:00' });
const PEOPLE = 8;
const START = Date.parse('2026-01-01T00:00:00+08:00');
const HOUR = 3_600_000;

const who = fc.nat({ max: PEOPLE - 1 });
const someStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ do: fc.constant('order' as const), who, paid: fc.integer({ min: 1, max: 4 }) },
      hours: fc.constantFrom(0, 1, 23, 24, 25, 480, 481, 2_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('refund' as const), which: fc.nat(), kept: fc.nat({ max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
);
type Step = typeof someStep extends fc.Arbitrary<infer T> ? T : never;

interface Order {
  readonly number: string;
  readonly who: number;
  readonly at: number;
  readonly paid: number;
  readonly kept: number;
}

const phone = (person: number) => ({ kind: 'phone', value: `1381234000${person}` });
const by = '{ actor: "ann", reason: "dice" }';

async function send({ number, who: person, at, paid, kept }: Order): Promise<void> {
  const refund = { refunded: `${paid - kept}.00`, status: kept === 0 ? 'REFUNDED' : 'PARTIALLY_REFUNDED' } as const;
  const { rejected } = await app.ingest({
    order: {
      ...{ source: 'pos', number, placedAt: new Date(at).toISOString(), currency: 'CNY', lines: [] },
      ...{ total: `${paid}.00`, customer: { identifiers: [phone(person)] } },
      ...(kept < paid && { ...refund, updatedAt: new Date(at + 1).toISOString() }),
    },
  });
  expect(rejected).toBe(0);
}

async function ownerOf(person: number): Promise<string> {
  const query = 'query ($of: IdentifierInput) { customer(identifier: $of) { id } }';
  return (await app.data<{ customer: { id: string } }>(query, { of: phone(person) })).customer.id;
}

const owners = () => Promise.all(Array.from({ length: PEOPLE }, (_, person) => ownerOf(person)));

/** Plays a history; gives the orders as they stand at its end. */
async function play(steps: readonly Step[]): Promise<readonly Order[]> {
  const orders: Order[] = [];
  const merges: string[] = [];
  for (const step of steps) {
    if (step.do === 'order') {
      const order = { number: `o${orders.length}`, who: step.who, at: START + step.hours * HOUR };
      orders.push({ ...order, paid: step.paid, kept: step.paid });
      await send(orders.at(-1) as Order);
    } else if (step.do === 'refund') {
      const index = step.which % Math.max(1, orders.length);
      const order = orders[index];
      if (!order || order.kept < order.paid) continue;
      orders[index] = { ...order, kept: Math.min(step.kept, order.paid) };
      await send(orders[index] as Order);
    } else if (step.do === 'merge') {
      const ids = await owners();
      const pair = [ids[step.who], ids[step.other]];
      if (pair[0] === pair[1]) continue;
      const mutation = `mutation ($ids: [ID!]!) { mergeCustomers(customers: $ids, by: ${by}) {
        customers { mergedFrom { mergeId } } } }`;
      type Merged = { mergeCustomers: { customers: { mergedFrom: { mergeId: string }[] }[] } };
      const { mergeCustomers } = await app.data<Merged>(mutation, { ids: pair });
      merges.push(mergeCustomers.customers[0]?.mergedFrom[0]?.mergeId as string);
    } else if (merges.length > 0) {
      const id = merges.pop();
      await app.data(`mutation ($id: ID!) { undoMerge(mergeId: $id, by: ${by}) { decisionId } }`, { id });
    }
  }
  return orders;
}

interface Told {
  readonly valueModel: {
    readonly buyers: number;
    readonly returned: number;
    readonly groups: { readonly group: string; readonly count: number }[];
  };
  readonly customers: { readonly nodes: { readonly id: string; readonly value: { readonly rfm: object } | null }[] };
}

describe(`the rank of buyers after any history (seed ${seed})`, () => {
  it('is that which a plain reading of the facts gives', { timeout: 60_000 * numRuns }, async () => {
    const property = fc.asyncProperty(fc.array(someStep, { minLength: 10, maxLength: 25 }), async (steps) => {
      await wipe(app.database);
      const people = Array.from({ length: PEOPLE }, (_, person) => ({
        customer: {
          ...{ source: 'crm', recordId: `p${person}`, observedAt: '2024-01-01T00:00:00Z' },
          identifiers: [phone(person)],
        },
      }));
      await app.ingest(...people);
      const orders = await play(steps);
      const ids = await owners();
      const buyers = new Map<string, PlainPurchase[]>();
      for (const { who: person, at, kept } of orders) {
        if (kept === 0) continue;
        const id = ids[person] as string;
        buyers.set(id, [...(buyers.get(id) ?? []), { at, netMinor: kept * 100 }]);
      }
      const ranks = plainRanks(buyers);

      await app.data('mutation { refreshValueModel { buyers } }');
      const told = await app.data<Told>(`{
        valueModel { buyers returned groups { group count } }
        customers { nodes { id value { rfm { recency frequency monetary group } } } }
      }`);
      const expected = [...new Set(ids)].sort().map((id) => [id, ranks.get(id) ?? null]);
      const found = told.customers.nodes.map(({ id, value }) => [id, value?.rfm ?? null]);
      expect(found.sort(([one], [other]) => ((one as string) < (other as string) ? -1 : 1))).toEqual(expected);
      expect(told.valueModel).toMatchObject({
        buyers: buyers.size,
        returned: [...buyers.values()].filter(hasReturned).length,
      });
      for (const { group, count } of told.valueModel.groups)
        expect([...ranks.values()].filter((rank) => 'group' in rank && rank.group === group)).toHaveLength(count);
    });
    await fc.assert(property, { seed, numRuns, endOnFailure: true });
  });
});
