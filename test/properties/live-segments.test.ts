import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printRule } from '../../src/audience/rules/index.ts';
import { arbitraryRule } from '../../src/audience/rules/testing/arbitrary-rule.ts';
import type { SegmentChange } from '../../src/audience/segments/live/feed.store.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { ruleVocabulary } from '../agreement/rule-vocabulary.ts';
import { useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';
import { worldRecords, worldSettings } from '../support/reference/arbitrary-world.ts';
import { type Dice, diceOf } from '../support/reference/dice.ts';
import type { RecordJson } from '../support/reference/record-input.ts';
import { sendRecords } from '../support/reference/send.ts';
import { buildWorld } from '../support/reference/world.ts';

// PROPERTY_SEED and PROPERTY_RUNS hunt further than the default does; docs/testing.md.
const firstSeed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 1);
const STEPS = 10;
const RULES = 6;

const app = useApp({ config: { currencyRates: worldSettings.rates } });
const { segments, live, decisions } = app.application;
const by = { actor: 'test', reason: 'history' };

/** What reads each kind of thing: the clock, catalogue, bands, other segments, nothing at all. */
const told: Readonly<Record<string, string>> = {
  everyone: 'createdAt is known',
  'bought of late': 'purchases where (placedAt within 30 days)',
  'not back': 'purchases and no orders where (placedAt within 2 months)',
  lapsed: 'lifecycleStage = LAPSED or lifecycleStage = REPEAT',
  weak: 'purchases where (store.performance = LOW or staff.store.tags has "vip")',
  poles: 'purchases where (lines where (product.category = "Outdoor" and product.tags has none ("x")))',
  'seen, not bought':
    'events where (occurredAt within 48 hours or store.city is known) and not in segment "bought of late"',
  'on a phone': 'devices where (platform = "ios") and identifiers count >= 2',
  'not bought since': 'events then no purchases within 7 days',
  'bought soon': 'events where (occurredAt after 2025-01-01) then purchases within 60 days',
  'a year ago': 'firstPurchaseAt anniversary within next 1 month or birthDate anniversary within next 7 days',
  'in part':
    'purchases where (promotion is known) share > 50 % or purchasedLines sum total > 900 distinct product.brand >= 2',
  'around them': 'household where (purchases) or referrals where (lastSeenAt within 30 days) and no referredBy',
  'busy stores': 'purchases where (store.orders count >= 5 and store.events count <= 6)',
  'in and out': 'in segment "bought of late" or in segment "weak" and not in segment "lapsed"',
};

interface Ids {
  readonly id: string;
}

const readStored = () =>
  app.database.read<{ name: string; members: string[] }>({
    name: 'test.stored',
    text: `MATCH (s:Segment {status: 'PUBLISHED'})
RETURN s.name AS name, COLLECT { MATCH (c)-[:MEMBER_OF]->(s) RETURN c.id ORDER BY c.id } AS members ORDER BY name`,
  });

const customers = async () =>
  (await app.database.read<Ids>({ name: 'test.ids', text: 'MATCH (c:Customer) RETURN c.id AS id ORDER BY id' })).map(
    ({ id }) => id,
  );

/** Whom each published segment selects, by the compiled statements. */
async function recomputed() {
  const all = await segments.list({ first: 250 });
  const published = all.nodes.filter(({ status }) => status === 'PUBLISHED').map(({ name }) => name);
  const found = await segments.segmentsOfCustomers(await customers());
  return published.sort(byText).map((name) => ({
    name,
    members: [...found]
      .filter(([, inside]) => inside.some((one) => one.name === name))
      .map(([id]) => id)
      .sort(),
  }));
}

const byText = (one: string, other: string) => (one < other ? -1 : 1);

/** Does one thing that may move members; says what. */
async function happen(dice: Dice, portion: RecordJson[], sent: RecordJson[]): Promise<string> {
  const ids = await customers();
  switch (
    dice.pick(['facts', 'facts', 'facts', 'time', 'time', 'refund', 'merge', 'split', 'catalogue', 'rule', 'archive'])
  ) {
    case 'time': {
      const by = dice.pick(['PT1S', 'PT47H', 'P1D', 'P9D', 'P31D', 'P2M', 'P1Y']);
      app.clock.advance(by);
      return `time goes by ${by}`;
    }
    case 'refund': {
      const orders = sent.flatMap((record) =>
        'order' in record && record.order.status === 'PAID' ? [record.order] : [],
      );
      if (orders.length === 0) return 'nothing to refund';
      const order = dice.pick(orders);
      await app.application.ingest.ingest([
        { order: { ...order, status: 'REFUNDED', updatedAt: app.clock.now().toISOString() } },
      ]);
      return 'an order is refunded';
    }
    case 'merge':
      if (ids.length < 2) return 'nobody to merge';
      return decide(() => decisions.merge([dice.pick(ids), dice.pick(ids)], by), 'two customers are merged');
    case 'split': {
      const [found] = await app.database.read<{ id: string; source: string; recordId: string }>({
        name: 'test.splittable',
        text: `MATCH (c:Customer)-[:HAS_RECORD]->(r:SourceRecord) WITH c, collect(r) AS records WHERE size(records) > 1
RETURN c.id AS id, records[0].source AS source, records[0].recordId AS recordId ORDER BY id LIMIT 1`,
      });
      if (!found) return 'nobody to split';
      return decide(() => decisions.split(found.id, [found], by), 'a customer is split');
    }
    case 'catalogue': {
      const updatedAt = new Date('2030-01-01T00:00:00Z').toISOString();
      const tags = dice.pick([['vip'], ['x'], []]);
      await app.application.ingest.ingest([
        { store: { code: 'sh-01', name: 'other', city: dice.pick(['Shanghai', 'Hangzhou']), tags, updatedAt } },
        { product: { sku: 'pole-1', category: ['Outdoor'], tags, updatedAt } },
      ]);
      return 'a store and a product change';
    }
    case 'rule': {
      const row = await segments.get({ name: 'weak' });
      if (row)
        await segments.save({
          id: row.id,
          name: 'weak',
          rule: dice.pick(['purchases', told.weak as string, 'not orders']),
        });
      return 'a rule changes that others name';
    }
    case 'archive': {
      const row = await segments.get({ name: 'poles' });
      if (row) await (row.status === 'ARCHIVED' ? segments.publish({ id: row.id }) : segments.archive(row.id));
      return 'a segment is archived, or comes back';
    }
    default:
      sent.push(...portion);
      expect(await sendRecords(app.data, portion.splice(0))).toMatchObject({ rejected: 0 });
      return 'facts come in';
  }
}

async function decide(work: () => Promise<unknown>, what: string): Promise<string> {
  try {
    await work();
    return what;
  } catch (error) {
    if (error instanceof DomainError && ['NOT_FOUND', 'BAD_USER_INPUT'].includes(error.code))
      return 'a decision is refused';
    throw error;
  }
}

describe.each(Array.from({ length: numRuns }, (_, run) => firstSeed + run))('a history of seed %i', (seed) => {
  it('keeps stored members, and the feed, equal to a full recount after every step', { timeout: 600_000 }, async () => {
    await wipe(app.database);
    const dice = diceOf(seed);
    const records = worldRecords(seed);
    const world = buildWorld(records, worldSettings);
    app.clock.set(new Date(worldSettings.now.getTime() - 45 * 86_400_000));
    for (const [name, rule] of Object.entries(told)) await segments.save({ name, rule });
    const arbitrary = arbitraryRule({
      depth: 4,
      vocabulary: ruleVocabulary(world, [], ['bought of late', 'weak', 'lapsed']),
    });
    for (const [index, rule] of fc.sample(arbitrary, { seed, numRuns: RULES }).entries())
      await segments.save({ name: `random ${index}`, rule: printRule(rule) });

    const story: string[] = [];
    const replayed = new Map<string, Set<string>>();
    const sent: RecordJson[] = [];
    let cursor = '0';
    let number = 0;
    for (let step = 0; step < STEPS; step += 1) {
      const portion = records.splice(0, Math.ceil(records.length / 4));
      story.push(step === 0 ? 'segments are saved' : await happen(dice, portion, sent));
      records.push(...portion);
      await live.catchUp();
      const stored = await readStored();
      expect(stored, story.join('\n')).toEqual(await recomputed());
      expect(await live.isBehind()).toBe(false);

      const changes: SegmentChange[] = [];
      for (let more = true; more; ) {
        const page = await live.feed({ after: cursor, first: 500 });
        changes.push(...page.changes);
        cursor = page.cursor;
        more = page.hasMore;
      }
      for (const change of changes) {
        number += 1;
        expect(change.number, story.join('\n')).toBe(number);
        const members = replayed.get(change.segmentId) ?? new Set();
        const isNews = change.kind === 'ENTERED' ? !members.has(change.customerId) : members.delete(change.customerId);
        expect(isNews, `${story.join('\n')}\n${JSON.stringify(change)}`).toBe(true);
        if (change.kind === 'ENTERED') replayed.set(change.segmentId, members.add(change.customerId));
      }
      const rows = (await segments.list({ first: 250 })).nodes.filter(({ status }) => status === 'PUBLISHED');
      const fromFeed = rows.map(({ id, name }) => ({ name, members: [...(replayed.get(id) ?? [])].sort() }));
      expect(fromFeed, story.join('\n')).toEqual(stored);
    }
    expect(number).toBeGreaterThan(30);
  });
});
