import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

const phone = (value: string) => ({ kind: 'phone', value });
const lin = phone('13800138000');
const wang = phone('13900139000');
const home = { line: 'Yuyuan Rd 1', city: 'Shanghai' };
const person = (recordId: string, identifiers: object[], address: object | null, displayName = recordId): RecordInput =>
  ({
    customer: {
      ...{ source: 'crm', recordId, observedAt: '2026-01-01T00:00:00Z', identifiers },
      profile: { displayName, ...(address ? { address } : {}) },
    },
  }) as RecordInput;
const event = (eventId: string, name: string, identifiers: object[], more: object = {}): RecordInput =>
  ({
    event: {
      ...{
        source: 'web',
        eventId,
        name,
        occurredAt: `2026-03-0${eventId.slice(-1)}T00:00:00Z`,
        customer: { identifiers },
      },
      ...more,
    },
  }) as RecordInput;
const idOf = async (identifier: object) => {
  const query = 'query ($of: IdentifierInput) { customer(identifier: $of) { id } }';
  return (await app.data<{ customer: { id: string } }>(query, { of: identifier })).customer.id;
};

interface Around {
  household: { members: { customer: { displayName: string }; because: { kind: string; value: string }[] }[] };
  referrals: { customer: { displayName: string }; via: string; at: string }[];
  referredBy: { customer: { displayName: string }; via: string; at: string }[];
}
const query = `query ($of: IdentifierInput) { customer(identifier: $of) {
  household { members { customer { displayName } because { kind value } } }
  referrals { customer { displayName } via at }
  referredBy { customer { displayName } via at } } }`;
const around = async (of: object) => (await app.data<{ customer: Around }>(query, { of })).customer;
const membersOf = async (of: object) =>
  (await around(of)).household.members.map(
    ({ customer, because }) =>
      `${customer.displayName}: ${because.map(({ kind, value }) => `${kind} ${value}`).join(', ')}`,
  );

describe('a household', () => {
  beforeAll(async () => {
    await app.ingest(
      person('Lin', [lin], home),
      person('Wang', [wang], home),
      person('Zhao', [phone('13700137000')], { ...home, city: 'Suzhou' }),
      event('v-1', 'open', [lin], { device: { deviceId: 'tablet' } }),
      event('v-2', 'open', [wang], { device: { deviceId: 'tablet' } }),
      // somebody who is not signed in
      event('v-3', 'open', [], { device: { deviceId: 'tablet' } }),
    );
  });

  it('is who shares an address or a device, and joins nobody', async () => {
    expect(await membersOf(lin)).toEqual(['Wang: ADDRESS Yuyuan Rd 1, Shanghai, DEVICE tablet']);
    expect(await membersOf(wang)).toEqual(['Lin: ADDRESS Yuyuan Rd 1, Shanghai, DEVICE tablet']);
    expect(await membersOf(phone('13700137000'))).toEqual([]);
    expect(await idOf(lin)).not.toBe(await idOf(wang));
  });

  it('is who gives the same phone and is kept apart', async () => {
    const [father, mother] = [
      { kind: 'member_number', value: 'F' },
      { kind: 'member_number', value: 'M' },
    ];
    await app.ingest(
      person('Father', [father, phone('13600136000')], null),
      person('Mother', [mother, phone('13600136000')], null),
    );
    expect(await idOf(father)).not.toBe(await idOf(mother));
    expect(await membersOf(father)).toEqual(['Mother: PHONE +8613600136000']);
    expect(await membersOf(mother)).toEqual(['Father: PHONE +8613600136000']);
  });

  it('changes with the facts', async () => {
    await app.ingest({
      customer: {
        ...{ source: 'crm', recordId: 'Wang', observedAt: '2026-02-01T00:00:00Z', identifiers: [wang] },
        profile: { displayName: 'Wang', address: { line: 'Nanjing Rd 9', city: 'Shanghai' } },
      },
    });
    expect(await membersOf(lin)).toEqual(['Wang: DEVICE tablet']);
  });

  it('is not told by a place with more than eight people', async () => {
    const others = Array.from({ length: 7 }, (_, at) => phone(`1351234000${at}`));
    await app.ingest(
      ...others.slice(0, 6).map((who, at) => event(`t-${at + 1}`, 'open', [who], { device: { deviceId: 'tablet' } })),
    );
    expect(await membersOf(lin)).toHaveLength(0);
    await app.ingest(...others.map((who, at) => person(`At ${at}`, [who], home, `At ${at}`)));
    expect(await membersOf(lin)).toHaveLength(7);
    await app.ingest(person('At 7', [phone('13512340007')], home));
    expect(await membersOf(lin)).toHaveLength(0);
  });
});

describe('a referral', () => {
  const friend = { kind: 'cookie', value: 'friend' };
  const known = phone('13400134000');

  it('is told by a share that was opened, also before anybody knew by whom', async () => {
    await app.ingest(
      event('s-2', 'page_view', [friend], { properties: { shareId: 'S-1' } }),
      event('s-3', 'page_view', [friend], { properties: { share: 'S-1' } }),
      event('s-1', 'share', [lin], { properties: { shareId: 'S-1' } }),
      event('s-4', 'page_view', [lin], { properties: { shareId: 'S-1' } }),
    );
    const told = { via: 'SHARE', at: '2026-03-02T00:00:00.000Z' };
    expect((await around(lin)).referrals).toEqual([{ customer: { displayName: null }, ...told }]);
    expect((await around(friend)).referredBy).toEqual([{ customer: { displayName: 'Lin' }, ...told }]);
    await app.ingest(person('Friend', [known, friend], null));
    expect((await around(known)).referredBy).toEqual([{ customer: { displayName: 'Lin' }, ...told }]);
    expect(await around(lin)).toMatchObject({
      referrals: [{ customer: { displayName: 'Friend' }, ...told }],
      referredBy: [],
    });
  });

  it('is told by the name of who invited, also before they are known', async () => {
    const invitedBy = { kind: 'phone', value: '133 0013 3000' };
    await app.ingest(event('i-5', 'follow', [wang], { properties: { invitedBy } }));
    expect((await around(wang)).referredBy).toEqual([]);
    await app.ingest(person('Chen', [phone('13300133000')], null));
    const told = { via: 'INVITATION', at: '2026-03-05T00:00:00.000Z' };
    expect((await around(wang)).referredBy).toEqual([{ customer: { displayName: 'Chen' }, ...told }]);
    expect((await around(invitedBy)).referrals).toEqual([{ customer: { displayName: 'Wang' }, ...told }]);
    await app.ingest(
      event('i-6', 'follow', [known], { properties: { invitedBy: { kind: 'nothing', value: '1' } } }),
      event('i-7', 'follow', [known], { properties: { invitedBy: 'Chen', shareId: 7 } }),
    );
    expect((await around(known)).referredBy).toHaveLength(1);
  });

  it('moves along when customers are merged and come apart', async () => {
    const merge = `mutation ($ids: [ID!]!) { mergeCustomers(customers: $ids, by: { actor: "ann", reason: "one" }) {
      customers { mergedFrom { mergeId } } } }`;
    type Merged = { mergeCustomers: { customers: { mergedFrom: { mergeId: string }[] }[] } };
    const before = [await around(lin), await around(known), await around(wang)];
    const { mergeCustomers } = await app.data<Merged>(merge, {
      ids: [await idOf(lin), await idOf(phone('13300133000'))],
    });
    const referrals = (await around(lin)).referrals.map(({ customer, via }) => `${customer.displayName} ${via}`);
    expect(referrals).toEqual(['Friend SHARE', 'Wang INVITATION']);
    const id = mergeCustomers.customers[0]?.mergedFrom[0]?.mergeId;
    await app.data(
      'mutation ($id: ID!) { undoMerge(mergeId: $id, by: { actor: "ann", reason: "two" }) { decisionId } }',
      { id },
    );
    expect([await around(lin), await around(known), await around(wang)]).toEqual(before);
  });

  it('is asked for in bounds', async () => {
    const refused = async (fields: string) =>
      (await app.graphql(`query ($of: IdentifierInput) { customer(identifier: $of) { ${fields} } }`, { of: lin }))
        .errors?.[0]?.extensions;
    for (const [argument, fields] of [
      ['first', 'referrals(first: 0) { via }'],
      ['depth', 'neighbours(depth: 5) { truncated }'],
      ['limit', 'neighbours(limit: 251) { truncated }'],
    ] as const)
      expect(await refused(fields)).toEqual({ code: 'BAD_USER_INPUT', argument });
  });
});

describe('the graph around a person', () => {
  const who = phone('13200132000');
  interface Graph {
    nodes: { id: string; kind: string; label: string | null; distance: number }[];
    edges: { from: string; to: string; kind: string }[];
    truncated: boolean;
  }
  const graph = async (of: object, reach = '') =>
    (
      await app.data<{ customer: { neighbours: Graph } }>(
        `query ($of: IdentifierInput) { customer(identifier: $of) { neighbours${reach} {
          nodes { id kind label distance } edges { from to kind } truncated } } }`,
        { of },
      )
    ).customer.neighbours;

  beforeAll(async () => {
    const order = (number: string, of: object): RecordInput =>
      ({
        order: {
          ...{ source: 'pos', number, placedAt: '2026-04-01T00:00:00Z', currency: 'CNY', store: 's-1', staff: 'e-1' },
          ...{ customer: { identifiers: [of] }, lines: [{ sku: 'p-1', quantity: 1, unitPrice: '1.00' }] },
        },
      }) as RecordInput;
    await app.ingest(
      { store: { code: 's-1', name: 'Shop' } },
      { staff: { code: 'e-1', name: 'Jie' } },
      { product: { sku: 'p-1', name: 'Poles' } },
      person('Root', [who], { line: 'A 1', city: 'X' }),
      person('Near', [phone('13100131000')], { line: 'A 1', city: 'X' }),
      order('O-1', who),
      event('g-1', 'share', [who], { properties: { shareId: 'G' }, device: { deviceId: 'mine' } }),
      event('g-2', 'open', [phone('13100131000')], { properties: { shareId: 'G' } }),
      event('g-3', 'open', [phone('13000130000')], { device: { deviceId: 'mine' } }),
    );
  });

  it('is grown a step at a time and cut at a limit', async () => {
    const [root, near, far] = [await idOf(who), await idOf(phone('13100131000')), await idOf(phone('13000130000'))];
    const one = await graph(who, '(depth: 1)');
    expect(one.nodes.map(({ kind, label, distance }) => `${distance} ${kind} ${label}`)).toEqual([
      '0 CUSTOMER Root',
      '1 CUSTOMER Near',
      '1 DEVICE null',
      '1 IDENTIFIER device_id mine',
      '1 IDENTIFIER phone +8613200132000',
      '1 ORDER O-1',
    ]);
    expect(one.edges).toEqual(
      expect.arrayContaining([
        { from: root, to: near, kind: 'REFERRED' },
        { from: [root, near].sort()[0], to: [root, near].sort()[1], kind: 'SAME_ADDRESS' },
        { from: root, to: 'device:mine', kind: 'USES' },
        { from: 'identifier:phone||+8613200132000', to: root, kind: 'IDENTIFIES' },
        { from: root, to: 'order:pos|O-1', kind: 'PLACED' },
      ]),
    );
    expect(one).toMatchObject({ truncated: false });
    const two = await graph(who);
    expect(two.nodes.slice(one.nodes.length).map(({ id, distance }) => `${distance} ${id}`)).toEqual([
      `2 ${far}`,
      '2 identifier:phone||+8613100131000',
      '2 product:p-1',
      '2 staff:e-1',
      '2 store:s-1',
    ]);
    expect(two.edges.filter(({ kind }) => kind === 'CONTAINS')).toEqual([
      { from: 'order:pos|O-1', to: 'product:p-1', kind: 'CONTAINS' },
    ]);
    const cut = await graph(who, '(depth: 4, limit: 2)');
    expect(cut).toMatchObject({ truncated: true, nodes: [{ id: root }, { id: near }, { id: 'device:mine' }] });
    expect(
      cut.edges.every(
        ({ from, to }) => cut.nodes.some(({ id }) => id === from) && cut.nodes.some(({ id }) => id === to),
      ),
    ).toBe(true);
  });

  it('of a page costs a fixed number of statements', async () => {
    await app.application.statistics.refresh();
    const statementsOf = async (first: number) => {
      const names: string[] = [];
      const forget = app.database.observe(({ name }) => names.push(name));
      const asked = `{ customers(first: ${first}) { nodes { household { members { customer { id } } } referrals { via }
        referredBy { via } neighbours(depth: 2, limit: 20) { nodes { id } } } } }`;
      await app.data(asked).finally(forget);
      return names.sort();
    };
    const page = await statementsOf(20);
    expect(page.length).toBeLessThanOrEqual(20);
    expect(page.filter((name) => name.startsWith('people.household'))).toHaveLength(3);
  });
});
