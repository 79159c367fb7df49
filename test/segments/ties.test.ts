import { beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '../selection/audience.ts';
import { useApp } from '../support/app.ts';

// one history, told from top to bottom
const app = useApp({ now: '2026-03-01T00:00:00Z' });

const phones = { Lin: '13800138001', Wang: '13800138002', Zhao: '13800138003', Qian: '13800138004' } as const;
type Name = keyof typeof phones;
const phoneOf = (name: Name) => ({ kind: 'phone', value: phones[name] });
const home = { line: 'Yuyuan Rd 1', city: 'Shanghai' };

const person = (name: Name, address: object | null, tags: string[] = []) => ({
  customer: {
    ...{ source: 'crm', recordId: name, observedAt: app.clock.now().toISOString(), tags },
    identifiers: [phoneOf(name)],
    profile: { displayName: name, ...(address ? { address } : {}) },
  },
});
let number = 0;
const event = (who: Name, name: string, more: object) => ({
  event: {
    ...{ source: 'app', eventId: `e-${++number}`, name, occurredAt: app.clock.now().toISOString() },
    ...{ customer: { identifiers: [phoneOf(who)] }, ...more },
  },
});
const order = (who: Name, more: object = {}) => ({
  order: {
    ...{ source: 'pos', number: 'o-1', placedAt: '2026-02-01T00:00:00Z', currency: 'CNY' },
    ...{ customer: { identifiers: [phoneOf(who)] }, lines: [{ sku: 'pole', quantity: 1, unitPrice: '100.00' }] },
    ...more,
  },
});

async function ingest(...records: Parameters<typeof app.ingest>): Promise<void> {
  app.clock.advance('PT1H');
  expect(await app.ingest(...records)).toMatchObject({ rejected: 0, errors: [] });
}

async function save(name: string, rule: string): Promise<void> {
  const query = 'mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) { id } }';
  await app.data(query, { input: { name, rule } });
}

const idOf = async (name: Name) => (await app.application.customers.customerByIdentifier(phoneOf(name)))?.id as string;

interface Page {
  changes: { kind: string; cause: string; segment: { name: string }; customer: { displayName: string } | null }[];
  cursor: string;
}
let cursor: string | null = null;

/** What changed since this was asked last, and that the members stored are those whom the rules select. */
async function news(): Promise<string[]> {
  const query = `query ($after: String) { segmentChangeFeed(after: $after) {
    cursor changes { kind cause segment { name } customer { displayName } } } }`;
  const { segmentChangeFeed: page } = await app.data<{ segmentChangeFeed: Page }>(query, { after: cursor });
  cursor = page.cursor;
  const { segments } = await app.data<{
    segments: {
      nodes: { members: { nodes: { id: string }[] }; memberships: { nodes: { customer: { id: string } }[] } }[];
    };
  }>('{ segments { nodes { members { nodes { id } } memberships { nodes { customer { id } } } } } }');
  for (const { members, memberships } of segments.nodes)
    expect(memberships.nodes.map(({ customer }) => customer.id).sort()).toEqual(
      members.nodes.map(({ id }) => id).sort(),
    );
  return page.changes.map(
    ({ kind, cause, segment, customer }) => `${customer?.displayName} ${kind} ${segment.name} ${cause}`,
  );
}

beforeAll(async () => {
  await ingest(
    person('Lin', home, ['hiker']),
    person('Wang', home),
    person('Zhao', { ...home, city: 'Suzhou' }),
    person('Qian', null),
  );
});

describe('segments of customers who are tied to others', () => {
  it('follow what a member of the household is', async () => {
    await save('lives with a hiker', 'household where (tags has "hiker")');
    await save('brought a buyer', 'referrals where (purchases)');
    await save('brought by a hiker', 'referredBy where (tags has "hiker") and no household');
    await save('hikers', 'tags has "hiker"');
    expect(await news()).toEqual(['Lin ENTERED hikers PUBLISHED', 'Wang ENTERED lives with a hiker PUBLISHED']);
    await ingest(person('Lin', home));
    expect((await news()).sort()).toEqual(['Lin LEFT hikers FACTS', 'Wang LEFT lives with a hiker FACTS']);
    await ingest(person('Wang', home, ['hiker']));
    expect((await news()).sort()).toEqual(['Lin ENTERED lives with a hiker FACTS', 'Wang ENTERED hikers FACTS']);
  });

  it('follow who lives where, also the one who is moved away from', async () => {
    await ingest(person('Wang', { line: 'Nanjing Rd 9', city: 'Shanghai' }, ['hiker']));
    expect(await news()).toEqual(['Lin LEFT lives with a hiker FACTS']);
    await ingest(
      event('Wang', 'open', { device: { deviceId: 'tablet' } }),
      event('Zhao', 'open', { device: { deviceId: 'tablet' } }),
    );
    expect(await news()).toEqual(['Zhao ENTERED lives with a hiker FACTS']);
    // the address of a seventh, eighth, ninth person is no home any more
    const others = Array.from({ length: 7 }, (_, at) => ({
      customer: {
        ...{ source: 'crm', recordId: `at ${at}`, observedAt: app.clock.now().toISOString(), tags: ['hiker'] },
        identifiers: [{ kind: 'phone', value: `1351234000${at}` }],
        profile: { displayName: `At ${at}`, address: home },
      },
    }));
    await ingest(...others);
    expect(await news()).toContain('Lin ENTERED lives with a hiker FACTS');
    await ingest({ customer: { ...person('Qian', home).customer, recordId: 'another' } });
    const left = await news();
    expect(left).toHaveLength(8);
    expect(left).toContain('Lin LEFT lives with a hiker FACTS');
  });

  it('follow what those do whom somebody brought, and who brings whom', async () => {
    await ingest(
      event('Wang', 'share', { properties: { shareId: 'S-1' } }),
      event('Qian', 'page_view', { properties: { shareId: 'S-1' } }),
    );
    expect(await news()).toEqual(['Qian ENTERED brought by a hiker FACTS']);
    await ingest(order('Qian'));
    expect(await news()).toEqual(['Wang ENTERED brought a buyer FACTS']);
    await ingest(order('Qian', { status: 'REFUNDED', updatedAt: '2026-02-02T00:00:00Z' }));
    expect(await news()).toEqual(['Wang LEFT brought a buyer FACTS']);
    await ingest(event('Lin', 'follow', { properties: { invitedBy: phoneOf('Wang') } }));
    expect(await news()).toEqual(['Lin ENTERED brought by a hiker FACTS']);
  });

  it('follow a merge and its undoing', async () => {
    const by = { actor: 'test', reason: 'one' };
    const [wang, zhao] = [await idOf('Wang'), await idOf('Zhao')];
    await app.application.decisions.merge([wang, zhao], by);
    await news();
    const { customer } = await app.data<{ customer: { mergedFrom: { mergeId: string }[] } }>(
      'query ($id: ID!) { customer(id: $id) { mergedFrom { mergeId } } }',
      { id: wang },
    );
    await app.application.decisions.undoMerge(customer.mergedFrom[0]?.mergeId as string, by);
    expect(await news()).toContain('Zhao ENTERED lives with a hiker IDENTITY');
  });

  it('look at everyone only when something came in that can matter to them', async () => {
    await ingest(order('Lin', { number: 'o-2' }));
    const sent = await statementsOf(app.database, news);
    // those who brought a buyer, but nobody's household, nor who was brought by whom
    expect(sent.filter((name) => name === 'live.difference')).toHaveLength(1);
  });
});

describe('segments of customers of busy stores', () => {
  it("follow orders that are nobody's", async () => {
    const at = (number: string, customer: object) => ({
      order: { ...order('Lin', { number, store: 'sh' }).order, customer },
    });
    await ingest({ store: { code: 'sh' } }, at('s-1', { identifiers: [phoneOf('Lin')] }));
    await save('at busy stores', 'orders where (store.orders count >= 2)');
    expect(await news()).toEqual([]);
    await ingest(at('s-2', { identifiers: [{ kind: 'phone', value: '00000000000' }] }));
    expect(await news()).toEqual(['Lin ENTERED at busy stores CATALOGUE']);
  });
});

describe('why somebody is in', () => {
  it('shows the customers who decided it', async () => {
    const query = `query ($id: ID!, $rule: String!) { explainMembership(customer: $id, rule: $rule) {
      member clause { clauses { matched evidence } evidence } excludedBy { nearest { kind message } } } }`;
    const [lin, qian, wang] = [await idOf('Lin'), await idOf('Qian'), await idOf('Wang')];
    const wangShown = {
      ...{ type: 'customer', id: wang, displayName: 'Wang', city: 'Shanghai', purchaseCount: 0 },
      ...{ lastPurchaseAt: null, lastSeenAt: expect.any(String) },
    };
    const rule = 'referredBy where (tags has "hiker") and no referrals';
    expect(await app.data(query, { id: qian, rule })).toMatchObject({
      explainMembership: {
        member: true,
        clause: {
          clauses: [
            { matched: true, evidence: [{ type: 'measures', relation: 'referredBy', count: 1, of: 1 }, wangShown] },
            { matched: true, evidence: [{ type: 'measures', relation: 'referrals', count: 0, of: 0 }] },
          ],
        },
      },
    });
    const wanting = 'household where (purchaseCount >= 2 and city = "Suzhou" and lifecycleStage = LOYAL)';
    expect(await app.data(query, { id: wang, rule: wanting })).toMatchObject({
      explainMembership: {
        member: false,
        excludedBy: {
          nearest: [
            { kind: 'MEASURE', message: '0 of 1 household match, asked for: at least one' },
            {
              kind: 'OBJECT',
              message: 'customer Zhao: purchaseCount is 0, asked for: >= 2; does not hold: lifecycleStage = LOYAL',
            },
          ],
        },
      },
    });
    expect(await app.data(query, { id: lin, rule: 'no household' })).toMatchObject({
      explainMembership: { member: true },
    });
  });
});

describe('how it is run', () => {
  it('starts at the selective end', async () => {
    const query = `query ($rule: String!) { explainSegment(rule: $rule) { plan steps { kind scope rows } } }`;
    const rule = `referredBy where (id = "${await idOf('Wang')}")`;
    expect(await app.data(query, { rule })).toMatchObject({
      explainSegment: {
        steps: [
          { kind: 'START', scope: 'customer', rows: 1 },
          { kind: 'WALK', scope: 'customer', rows: 2 },
        ],
      },
    });
  });
});
