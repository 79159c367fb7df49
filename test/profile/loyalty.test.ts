import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { codeOf, useApp } from '../support/app.ts';
import { dumpGraph } from '../support/dump-graph.ts';

const app = useApp({ now: '2026-06-18T12:00:00+08:00' });

const member = (value: string) => ({ kind: 'member_number', value });
const person = (number: string, ...more: { kind: string; value: string }[]): RecordInput => ({
  customer: {
    source: 'crm',
    recordId: number,
    observedAt: '2026-01-01T00:00:00Z',
    identifiers: [member(number), ...more],
  },
});
const order = (number: string, who: string, total: string, more: object = {}): RecordInput => ({
  order: {
    ...{ source: 'pos', number, placedAt: '2026-06-01T12:00:00+08:00', currency: 'CNY', lines: [], total },
    customer: { identifiers: [member(who)] },
    ...more,
  },
});
const points = (entryId: string, who: string, kind: 'EARN' | 'BURN' | 'ADJUST', count: number): RecordInput => ({
  points: {
    ...{ source: 'crm', entryId, kind, points: count, occurredAt: '2026-06-02T12:00:00+08:00' },
    customer: { identifiers: [member(who)] },
  },
});

interface Account {
  id: string;
  balance: number;
  debt: number;
  worth: { amount: string };
  expiring: { at: string; points: number }[];
  tier: { name: string; nextTier: string | null; missing: { amount: string } | null };
  tierHistory: { tier: string; cause: string }[];
  ledger: {
    totalCount: number;
    nodes: { kind: string; points: number; balance: number; order: { number: string } | null; reason: string | null }[];
  };
}
const accountQuery = `query ($number: String!) {
  customer(identifier: { kind: "member_number", value: $number }) {
    loyalty {
      id balance debt worth { amount }
      expiring(within: "P3Y") { at points }
      tier { name nextTier missing { amount } }
      tierHistory { tier cause }
      ledger { totalCount nodes { kind points balance order { number } reason } }
    }
  }
}`;
async function accountOf(number: string): Promise<Account> {
  const { customer } = await app.data<{ customer: { loyalty: Account } }>(accountQuery, { number });
  return customer.loyalty;
}
const told = ({ ledger }: Account) => ledger.nodes.map((one) => `${one.kind} ${one.points} = ${one.balance}`);

const redeemMutation = `mutation ($source: String!, $key: ID!, $customer: ID, $identifier: IdentifierInput, $points: Int!, $order: OrderKeyInput) {
  redeemPoints(source: $source, idempotencyKey: $key, customer: $customer, identifier: $identifier, points: $points, order: $order,
    reason: "at the till") {
    source idempotencyKey points at balance reversedAt worth { amount } customer { id }
  }
}`;
const redeem = (key: string, count: number, who: object) =>
  app.graphql<{ redeemPoints: { balance: number } }>(redeemMutation, { source: 'till', key, points: count, ...who });
const reverseMutation = `mutation ($key: ID!, $entryId: ID!) {
  reverseRedemption(source: "till", idempotencyKey: $key, redemption: { source: "till", entryId: $entryId }) {
    idempotencyKey points balance reversedAt
  }
}`;
const reverse = (key: string, entryId: string) => app.graphql(reverseMutation, { key, entryId });

describe('points', () => {
  beforeAll(async () => {
    const report = await app.ingest(
      person('M-1', { kind: 'email', value: 'one@example.com' }),
      order('A-1', 'M-1', '1200.50'),
      order('A-2', 'M-1', '900.00', {
        status: 'PARTIALLY_REFUNDED',
        refunded: '100.00',
        updatedAt: '2026-06-05T12:00:00+08:00',
      }),
      order('A-3', 'M-1', '500.00', { status: 'PENDING' }),
      points('P-1', 'M-1', 'EARN', 50),
      points('P-2', 'M-1', 'ADJUST', -10),
    );
    expect(report).toMatchObject({ created: 6, rejected: 0, warnings: [] });
  });

  it('come from orders and records of all channels, in one account', async () => {
    const account = await accountOf('M-1');
    expect(account).toMatchObject({ balance: 2_040, debt: 0, worth: { amount: '20.40' } });
    expect(told(account)).toEqual([
      'REFUND -100 = 2040',
      'ADJUST -10 = 2140',
      'EARN 50 = 2150',
      'EARN 900 = 2100',
      'EARN 1200 = 1200',
    ]);
    expect(account.ledger.nodes.map((one) => one.order?.number)).toEqual(['A-2', undefined, undefined, 'A-2', 'A-1']);
    expect(account.expiring).toEqual([{ at: '2028-06-30T16:00:00.000Z', points: 2_040 }]);
    expect(account.tier).toEqual({ name: 'SILVER', nextTier: 'GOLD', missing: { amount: '7999.50' } });
    expect(account.tierHistory).toEqual([{ tier: 'SILVER', cause: 'ENTERED' }]);
  });

  it('of a record that comes again, or with other content, are not moved twice', async () => {
    expect(await app.ingest(points('P-1', 'M-1', 'EARN', 50))).toMatchObject({ unchanged: 1, warnings: [] });
    const { unchanged, warnings } = await app.ingest(points('P-1', 'M-1', 'EARN', 51));
    expect({ unchanged, codes: warnings.map(({ code }) => code) }).toEqual({ unchanged: 1, codes: ['POINTS_CHANGED'] });
    expect((await accountOf('M-1')).balance).toBe(2_040);
  });

  it('are refused where a record makes no sense, each record alone', async () => {
    const record = (more: object): RecordInput => ({
      points: { ...(points('P-9', 'M-1', 'EARN', 5).points as NonNullable<RecordInput['points']>), ...more },
    });
    const before = await dumpGraph(app.database);
    const { rejected, errors } = await app.ingest(
      record({ points: 0 }),
      record({ points: -1 }),
      record({ points: undefined }),
      record({ points: 100_000_001 }),
      record({ kind: 'REVERSE' }),
      record({ kind: 'BURN', expiresAt: '2027-01-01T00:00:00Z' }),
      record({ reverses: { source: 'crm', entryId: 'P-1' } }),
      record({ customer: {} }),
    );
    expect(rejected).toBe(8);
    expect(errors.map(({ index, code, path }) => `${index} ${code} ${path.join('.')}`)).toEqual([
      '0 INVALID_POINTS points.points',
      '1 INVALID_POINTS points.points',
      '2 INVALID_POINTS points.points',
      '3 INVALID_POINTS points.points',
      '4 INVALID_POINTS points.points',
      '4 INVALID_POINTS points.reverses',
      '5 INVALID_POINTS points.expiresAt',
      '6 INVALID_POINTS points.reverses',
      '7 NO_CUSTOMER_REFERENCE points.customer',
    ]);
    expect(await dumpGraph(app.database)).toEqual(before);
  });

  it('that are moved do not count as having been seen', async () => {
    const query = '{ customer(identifier: { kind: "member_number", value: "M-1" }) { lastSeenAt } }';
    expect(await app.data(query)).toEqual({ customer: { lastSeenAt: '2026-06-01T04:00:00.000Z' } });
    await app.ingest(person('M-1', { kind: 'email', value: 'one@example.com' }));
    await app.ingest(order('A-3', 'M-1', '500.00', { status: 'CANCELLED', updatedAt: '2026-06-04T00:00:00Z' }));
    expect(await app.data(query)).toEqual({ customer: { lastSeenAt: '2026-06-01T04:00:00.000Z' } });
    expect((await accountOf('M-1')).balance).toBe(2_040);
  });

  it('are quoted', async () => {
    const quote = (more: string) =>
      app.graphql(`{ quotePoints(identifier: { kind: "member_number", value: "M-1" }${more}) {
        balance points redeemable worth { amount currency } customer { id } } }`);
    const { id } = await accountOf('M-1');
    const worth = { amount: '20.40', currency: 'CNY' };
    const all = { balance: 2_040, points: 2_040, redeemable: true, worth, customer: { id } };
    expect(await quote('')).toEqual({ data: { quotePoints: all } });
    const { data } = await quote(', points: 2041');
    expect(data).toMatchObject({ quotePoints: { points: 2_041, redeemable: false, worth: { amount: '20.41' } } });
    expect(codeOf(await quote(', points: 0'))).toBe('BAD_USER_INPUT');
    expect(await app.data('{ quotePoints(customer: "cus_nobody") { balance } }')).toEqual({ quotePoints: null });
  });
});

describe('a redemption', () => {
  const who = { identifier: { kind: 'email', value: 'one@example.com' } };

  it('takes what is there, once for a key', async () => {
    const { id } = await accountOf('M-1');
    const first = await redeem('R-1', 40, { ...who, order: { source: 'pos', number: 'A-9' } });
    expect(first).toEqual({
      data: {
        redeemPoints: {
          ...{ source: 'till', idempotencyKey: 'R-1', points: 40, balance: 2_000, reversedAt: null },
          ...{ at: '2026-06-18T04:00:00.000Z', worth: { amount: '0.40' }, customer: { id } },
        },
      },
    });
    app.clock.set('2026-06-18T12:05:00+08:00');
    expect(await redeem('R-1', 40, { ...who, order: { source: 'pos', number: 'A-9' } })).toEqual(first);
    const account = await accountOf('M-1');
    expect(account.ledger.nodes[0]).toMatchObject({ kind: 'BURN', points: -40, balance: 2_000, reason: 'at the till' });
    expect(account).toMatchObject({ balance: 2_000, ledger: { totalCount: 6 } });
  });

  it('that is refused changes nothing', async () => {
    await app.ingest({
      event: {
        ...{ source: 'web', eventId: 'v-1', name: 'page_view', occurredAt: '2026-06-01T00:00:00Z' },
        customer: { identifiers: [{ kind: 'cookie', value: 'k-1' }] },
      },
    });
    const query = '{ customer(identifier: { kind: "cookie", value: "k-1" }) { id loyalty { balance } } }';
    const { customer: anonymous } = await app.data<{ customer: { id: string; loyalty: null } }>(query);
    expect(anonymous.loyalty).toBeNull();
    const before = await dumpGraph(app.database);
    const answers = [
      await redeem('R-2', 2_001, who),
      await redeem('R-1', 41, who),
      await redeem('R-1', 40, { identifier: member('M-1') }),
      await redeem('R-3', 0, who),
      await redeem('R-3', 1, {}),
      await redeem('R-3', 1, { customer: 'cus_nobody' }),
      await redeem('R-3', 1, { identifier: member('M-nobody') }),
      await redeem('R-3', 1, { identifier: { kind: 'cookie', value: 'k-1' } }),
      await redeem('R-3', 1, { customer: anonymous.id }),
      await reverse('V-1', 'R-9'),
    ];
    expect(answers.map(codeOf)).toEqual([
      'INSUFFICIENT_POINTS',
      'IDEMPOTENCY_KEY_REUSED',
      'IDEMPOTENCY_KEY_REUSED',
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'CUSTOMER_NOT_KNOWN',
      'NOT_FOUND',
    ]);
    expect(answers[0]?.errors?.[0]?.extensions).toMatchObject({ balance: 2_000, points: 2_001 });
    expect(await dumpGraph(app.database)).toEqual(before);
  });

  it('is taken back once', async () => {
    const first = await reverse('V-1', 'R-1');
    expect(first.data).toEqual({
      reverseRedemption: { idempotencyKey: 'R-1', points: 40, balance: 2_040, reversedAt: '2026-06-18T04:05:00.000Z' },
    });
    app.clock.set('2026-06-18T12:06:00+08:00');
    const before = await dumpGraph(app.database);
    expect(await reverse('V-1', 'R-1')).toEqual(first);
    expect(codeOf(await reverse('V-2', 'R-1'))).toBe('ALREADY_REVERSED');
    expect(codeOf(await redeem('V-1', 40, who))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await dumpGraph(app.database)).toEqual(before);
    expect(told(await accountOf('M-1')).slice(0, 2)).toEqual(['REVERSE 40 = 2040', 'BURN -40 = 2000']);
  });

  it('never takes a point twice, however many ask at once', { timeout: 300_000 }, async () => {
    await app.ingest(person('M-32', { kind: 'email', value: 'many@example.com' }), order('A-32', 'M-32', '100.00'));
    const { id } = await accountOf('M-32');
    const ways = [
      { identifier: member('M-32') },
      { identifier: { kind: 'email', value: 'many@example.com' } },
      { customer: id },
    ];
    const ask = (index: number) => redeem(`C-${index % 24}`, 7, ways[(index % 24) % 3] as object);
    // 24 redemptions of 7 of 100 points, 8 of them asked for twice, while orders come in
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 32 }, (_, index) => ask(index))),
      app.ingest(order('A-33', 'M-32', '4.00')),
      app.ingest(order('A-34', 'M-32', '3.00')),
    ]);
    const balances = new Map<number, number | undefined>();
    answers.forEach((answer, index) => {
      const balance = answer.data?.redeemPoints?.balance;
      if (index < 24) balances.set(index, balance);
      else if (balance !== undefined) expect(balance).toBe(balances.get(index - 24) ?? balance);
      expect(answer.errors ? codeOf(answer) : 'taken').toMatch(/^(?:taken|INSUFFICIENT_POINTS)$/);
    });
    const account = await accountOf('M-32');
    const taken = new Set(answers.flatMap((answer, index) => (answer.errors ? [] : [index % 24]))).size;
    // the late orders may have come before or after the last redeemers were refused
    expect([14, 15]).toContain(taken);
    expect(account).toMatchObject({ balance: 107 - 7 * taken, debt: 0 });
    const burns = account.ledger.nodes.filter(({ kind }) => kind === 'BURN');
    expect(burns.map((burn) => burn.points)).toEqual(Array.from({ length: taken }, () => -7));
    expect(Math.min(...account.ledger.nodes.map(({ balance }) => balance))).toBeGreaterThanOrEqual(0);
    expect(account.ledger.nodes.reduce((sum, one) => sum + one.points, 0)).toBe(account.balance);
  });
});

describe('merges and splits', () => {
  it('take points and redemptions to whom the evidence belongs, and back', async () => {
    await app.ingest(
      ...[person('M-5'), person('M-6'), order('B-5', 'M-5', '300.00'), order('B-6', 'M-6', '80.00')],
      points('P-6', 'M-6', 'EARN', 20),
    );
    const [five, six] = [await accountOf('M-5'), await accountOf('M-6')];
    const merge = `mutation ($ids: [ID!]!) { mergeCustomers(customers: $ids, by: { actor: "ann", reason: "looked alike" }) {
      customers { id mergedFrom { mergeId } } } }`;
    const merged = await app.graphql<{
      mergeCustomers: { customers: { id: string; mergedFrom: { mergeId: string }[] }[] };
    }>(merge, { ids: [five.id, six.id] });
    expect(merged.errors).toBeUndefined();
    const one = await accountOf('M-5');
    expect(one).toMatchObject({ balance: 400, debt: 0 });
    expect(await accountOf('M-6')).toEqual(one);

    const away = one.id === five.id ? six : five;
    const [own, other] = away === six ? ['M-6', 'M-5'] : ['M-5', 'M-6'];
    expect(codeOf(await redeem('S-1', 401, { customer: away.id }))).toBe('INSUFFICIENT_POINTS');
    expect((await redeem('S-1', 350, { customer: away.id })).data?.redeemPoints.balance).toBe(50);

    const mergeId = merged.data?.mergeCustomers.customers[0]?.mergedFrom[0]?.mergeId;
    const undo =
      'mutation ($id: ID!) { undoMerge(mergeId: $id, by: { actor: "ann", reason: "two people" }) { decisionId } }';
    expect((await app.graphql(undo, { id: mergeId })).errors).toBeUndefined();
    const [back, stayed] = [await accountOf(own as string), await accountOf(other as string)];
    expect(stayed).toEqual(other === 'M-5' ? five : six);
    // who was named when it was redeemed has redeemed it, and owes what was not theirs
    expect(back).toMatchObject({ id: away.id, balance: 0, debt: 350 - away.balance });
    expect(told(back).slice(0, 2)).toEqual(['BURN -350 = 0', `DEBT ${350 - away.balance} = 350`]);
    expect(codeOf(await redeem('S-2', 1, { identifier: member(own as string) }))).toBe('INSUFFICIENT_POINTS');
    await app.ingest(order('B-9', own as string, '400.00', { placedAt: '2026-06-18T12:06:00+08:00' }));
    expect(await accountOf(own as string)).toMatchObject({ balance: away.balance + 50, debt: 0 });
  });
});

describe('the ledger', () => {
  it('is read a page at a time', async () => {
    const query = `query ($after: String, $first: Int) { customer(identifier: { kind: "member_number", value: "M-1" }) { loyalty {
      ledger(first: $first, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } } }`;
    type Page = {
      edges: { node: { id: string } }[];
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    const page = async (first: number, after?: string) =>
      (await app.data<{ customer: { loyalty: { ledger: Page } } }>(query, { first, after })).customer.loyalty.ledger;
    const all = await page(250);
    expect(all).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: false } });
    const one = await page(3);
    await app.ingest(order('A-40', 'M-1', '10.00', { placedAt: '2026-06-18T12:06:00+08:00' }));
    const two = await page(3, one.pageInfo.endCursor);
    const three = await page(3, two.pageInfo.endCursor);
    expect([...one.edges, ...two.edges, ...three.edges]).toEqual(all.edges);
    expect([one, two, three].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
    expect(codeOf(await app.graphql(query, { after: 'x' }))).toBe('INVALID_CURSOR');
    expect(codeOf(await app.graphql(query, { first: 251 }))).toBe('BAD_USER_INPUT');
  });

  it('of fifty customers costs as many statements as of five', async () => {
    await app.ingest(
      ...Array.from({ length: 50 }, (_, at) => [person(`N-${at}`), order(`N-${at}`, `N-${at}`, '10.00')]).flat(),
    );
    const query = `query ($first: Int) { customers(first: $first) { nodes { loyalty {
      balance tier { name } expiring { points } ledger(first: 5) { nodes { points order { number } } } } } } }`;
    // else it would be counted in the background some time during the test
    await app.application.statistics.refresh();
    const statementsOf = async (first: number) => {
      const names: string[] = [];
      const forget = app.database.observe(({ name }) => names.push(name));
      await app.data(query, { first }).finally(forget);
      return names;
    };
    const page = await statementsOf(50);
    expect(page).toEqual(await statementsOf(5));
    expect(page.slice(1)).toEqual(['loyalty.facts', 'orders.byKey']);
  });
});
