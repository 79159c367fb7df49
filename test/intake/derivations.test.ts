import { describe, expect, it } from 'vitest';
import { aspects } from '../../src/intake/changes/aspects.ts';
import type { CustomerChanges, Derivation } from '../../src/intake/changes/derivations.ts';
import { buildIdentityRules } from '../../src/intake/identity/identity-rules.ts';
import { createIdentityDecisionsService } from '../../src/intake/identity-decisions.service.ts';
import { createIdentityRulesService } from '../../src/intake/identity-rules.service.ts';
import { createIngestService } from '../../src/intake/ingest.service.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { createLogger } from '../../src/platform/log.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { event, order, record, strictRules } from '../identity/people.ts';
import { useDatabase } from '../support/database.ts';
import { dumpGraph } from '../support/dump-graph.ts';

const database = useDatabase();
const clock = fixedClock('2026-06-18T12:00:00+08:00');
const phone = ['phone', '13800138001'] as const;
const email = ['email', 'lin@example.com'] as const;
const stamp = { actor: 'an agent', reason: 'she called' };

const readFigures: Query = {
  name: 'test.figures',
  text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN customer.displayName AS name, customer.purchaseCount AS purchases ORDER BY name`,
};
const readNamed: Query = {
  name: 'test.named',
  text: 'MATCH (customer:Customer {displayName: $name}) RETURN customer.id AS id',
};
const idOf = async (name: string) => (await database.read<{ id: string }>(readNamed, { name }))[0]?.id as string;

/** What derivations were told, with what the transaction shows of the customers at that moment. */
const told: (CustomerChanges & { figures: unknown })[] = [];
let refuse = false;
const listen: Derivation = async (transaction, changes, at) => {
  expect(at).toEqual(clock.now());
  told.push({ ...changes, figures: await transaction.run(readFigures, { ids: changes.living }) });
  if (refuse) throw new Error('this cannot be derived');
};
/** What was told since it was last asked for. */
const news = () => told.splice(0);

function services(given: object = {}) {
  const rules = buildIdentityRules(given, 'the rules of the test');
  const shared = { database, clock, rules, derivations: [listen] };
  return {
    ingest: createIngestService({
      ...shared,
      money: { currency: 'CNY', currencyRates: {} },
      afterIngest: async () => undefined,
    }),
    decisions: createIdentityDecisionsService({ ...shared, afterDecision: () => undefined }),
    rules: createIdentityRulesService({
      ...shared,
      log: createLogger({ logLevel: 'silent' }),
      origin: null,
      defaultCountry: null,
      afterRestitch: () => undefined,
    }),
  };
}
const { ingest, decisions, rules } = services();

const bits = ({ customers }: CustomerChanges, id: string) => customers.get(id) ?? 0;

describe('what is derived of customers', () => {
  let lin: string;
  let other: string;

  it('is derived once per batch, with figures and golden records as they are then', async () => {
    await ingest.ingest([
      record('pos|1', 1, [phone], 'Lin'),
      order('pos|a', 2, [phone]),
      event('web|e', 3, [email]),
      record('crm|2', 1, [email], 'Lin Yue'),
    ]);
    const [first, ...more] = news();
    expect(more).toEqual([]);
    expect(first?.figures).toEqual([
      { name: 'Lin', purchases: 1 },
      { name: 'Lin Yue', purchases: 0 },
    ]);
    expect(first?.facts.map(({ type, key }) => `${type} ${key}`).sort()).toEqual([
      'customer crm|2',
      'customer pos|1',
      'event web|e',
      'order pos|a',
    ]);
    expect([first?.merges, first?.splits, first?.revived, first?.retired]).toEqual([[], [], [], []]);
    [lin, other] = [await idOf('Lin'), await idOf('Lin Yue')];
    expect(first?.living).toEqual([lin, other].sort());
    expect(bits(first as CustomerChanges, lin) & aspects.existence).toBe(aspects.existence);
  });

  it('is not asked for where nothing changed', async () => {
    await ingest.ingest([record('pos|1', 1, [phone], 'Lin'), { store: { code: 'sh-1', name: 'Shanghai' } }]);
    expect(news()).toEqual([]);
  });

  it('hears of merges, and of their undoing', async () => {
    const { customers } = await decisions.merge([lin, other], stamp);
    const [merged] = news();
    const survivor = customers[0] as string;
    const loser = survivor === lin ? other : lin;
    expect(merged?.living).toEqual([survivor]);
    expect(merged?.merges.map((merge) => [merge.loser, merge.survivor])).toEqual([[loser, survivor]]);
    expect(bits(merged as CustomerChanges, loser) & aspects.identity).toBe(aspects.identity);
    expect(merged?.figures).toMatchObject([{ purchases: 1 }]);

    await decisions.undoMerge(merged?.merges[0]?.mergeId as string, stamp);
    const [undone] = news();
    expect(undone?.revived).toEqual([loser]);
    expect(undone?.splits.map(({ from, into }) => [from, into])).toEqual([[survivor, loser]]);
    expect(undone?.living).toEqual([lin, other].sort());
    expect(undone?.facts.length).toBeGreaterThan(0);
  });

  it('hears of identifiers that change hands, and of other rules', async () => {
    await decisions.reissue({ identifier: { kind: 'phone', value: phone[1] }, from: new Date('2026-05-02') }, stamp);
    const [reissued] = news();
    expect(reissued?.splits.map(({ from, cause }) => [from, cause])).toEqual([[lin, 'REISSUED']]);
    expect(reissued?.figures).toEqual([
      { name: 'Lin', purchases: 0 },
      { name: 'Lin Yue', purchases: 0 },
      { name: null, purchases: 1 },
    ]);

    const stricter = services({ kinds: { ...strictRules.kinds, email: { normaliser: 'email', strength: 'weak' } } });
    await stricter.rules.preview({ kinds: strictRules.kinds }, 10);
    expect(news()).toEqual([]);
    await stricter.rules.putInForce();
    await stricter.rules.restitch();
    expect(news().some(({ living }) => living.includes(other))).toBe(true);
    await rules.putInForce();
    await rules.restitch();
    news();
  });

  it('takes the facts back where it fails', async () => {
    const before = await dumpGraph(database);
    refuse = true;
    await expect(ingest.ingest([order('pos|b', 4, [phone])])).rejects.toThrow('this cannot be derived');
    const ids = [await idOf('Lin'), await idOf('Lin Yue')];
    await expect(decisions.merge(ids, stamp)).rejects.toThrow('this cannot be derived');
    refuse = false;
    expect(await dumpGraph(database)).toEqual(before);
  });
});
