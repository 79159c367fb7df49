import { expect, test } from 'vitest';
import { aspects, type CatalogueAspect } from '../../../intake/changes/aspects.ts';
import { defaultLifecycleRules } from '../../../profile/lifecycle/lifecycle-rules.ts';
import { conditionOf } from '../../compiler/index.ts';
import { parseRule } from '../../rules/index.ts';
import { clockPartsOf } from './clock-ranges.ts';
import { addReads, readsNothing, sensitivityOf } from './reads.ts';

const settings = {
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  lifecycle: defaultLifecycleRules,
  phoneKinds: ['phone'],
};
const noon = '2026-06-18T04:00:00.000Z';

function conditionFor(text: string) {
  const read = parseRule(text, settings);
  if (!read.ok) throw new Error(read.errors[0]?.message);
  return conditionOf(read.rule, { ...settings, asOf: new Date(noon) });
}

/** What all parts find between two instants; null where one of them cannot tell. */
function rangesBetween(text: string, one: string, other: string) {
  const found = clockPartsOf(conditionFor(text)).map((part) => part.between(new Date(one), new Date(other)));
  return found.includes(null) ? null : found.flatMap((ranges) => ranges ?? []);
}

function touching(text: string): [string[], CatalogueAspect[]] {
  const reads = readsNothing('customer');
  addReads(conditionFor(text), reads);
  const { customer, catalogue } = sensitivityOf(reads);
  const bits = Object.entries(aspects).filter(([, bit]) => (customer & bit) !== 0);
  return [
    bits.map(([name]) => name).filter((name) => name !== 'existence' && name !== 'identity'),
    [...catalogue].sort(),
  ];
}

test.each([
  ['tags has "hiker" and city = "Shanghai"', ['profile'], []],
  ['createdAt is known', [], []],
  ['lastSeenAt within 30 days', ['seen'], []],
  ['purchases count >= 3 total > 500', ['figures'], []],
  ['lifecycleStage = LAPSED', ['figures'], []],
  ['purchases where (promotion = "618")', ['orders'], []],
  ['orders where (store.city = "Shanghai")', ['orders'], ['store']],
  ['orders where (store.performance = LOW)', ['orders'], ['store', 'store.performance']],
  ['orders where (staff.manager.performance = LOW)', ['orders'], ['staff', 'staff.performance']],
  ['orders where (staff.store.name = "One")', ['orders'], ['staff', 'store']],
  ['orders where (lines where (product.brand = "Northridge"))', ['orders'], ['product']],
  ['events where (product.sku = "pole")', ['events'], ['product']],
  ['devices where (platform = "ios") or identifiers count >= 2', ['identifiers', 'devices'], []],
  ['household where (totalSpent > 100)', ['profile', 'figures', 'identifiers', 'devices'], ['stray']],
  ['no referrals where (lastSeenAt within 7 days)', ['seen', 'events', 'identifiers'], ['stray']],
  ['averageRating >= 4', ['events'], []],
  ['sharesOpened >= 10 or reviewReads >= 20', ['events'], ['stray']],
  ['purchases where (store.customers count >= 2)', ['orders'], ['store', 'stray']],
])('what may touch %s', (text, customer, catalogue) => {
  expect(touching(text)).toEqual([customer, catalogue]);
});

test.each([
  ['tags has "hiker" and orders where (placedAt after 2026-01-01)', []],
  [
    'lastSeenAt within 2 days',
    [
      ['customer.lastSeenAt', '2026-06-16T04:00', '2026-06-17T04:00'],
      ['customer.lastSeenAt', '2026-06-18T04:00', '2026-06-19T04:00'],
    ],
  ],
  ['lifecycleStage = LAPSED', [['customer.lastPurchaseAt', '2025-06-18T04:00', '2025-06-19T04:00']]],
  [
    'not orders where (status = PAID and not placedAt within 1 months)',
    [
      ['order.placedAt', '2026-05-18T04:00', '2026-05-19T04:00'],
      ['order.placedAt', '2026-06-18T04:00', '2026-06-19T04:00'],
    ],
  ],
])('what a day may move of %s', (text, expected) => {
  const found = rangesBetween(text, noon, '2026-06-19T04:00:00Z');
  expect(
    found?.map(({ scope, property, from, to }) => [`${scope}.${property}`, from.slice(0, 16), to.slice(0, 16)]),
  ).toEqual(expected);
});

test('a month back may go back in time: the range is the same from either side', () => {
  const [early, late] = ['2026-03-30T04:00:00Z', '2026-03-31T01:00:00Z'];
  const rule = 'lastSeenAt within 1 months';
  // noon of 28 February, and nine o'clock of it
  expect(rangesBetween(rule, early, late)?.[0]).toMatchObject({
    from: '2026-02-28T01:00:00.000Z',
    to: '2026-02-28T04:00:00.000Z',
  });
  expect(rangesBetween(rule, late, early)).toEqual(rangesBetween(rule, early, late));
});

test('where more than bounds move, nobody is known to be untouched, unless it means the same', () => {
  const week = 'birthDate anniversary within next 7 days';
  expect(rangesBetween(week, noon, '2026-06-18T05:00:00Z')).toEqual([]);
  expect(rangesBetween(week, noon, '2026-06-19T05:00:00Z')).toBeNull();
  const best = 'in top 10 by purchases where (placedAt within 90 days) total';
  expect(rangesBetween(best, noon, '2026-06-18T04:00:01Z')).toBeNull();
});

test('rules that look back by the same span have the same part', () => {
  const namesOf = (text: string) => clockPartsOf(conditionFor(text)).map(({ name }) => name);
  const [begin, end, ...more] = namesOf('purchases where (placedAt within 30 days and promotion = "618")');
  expect(more).toEqual([]);
  expect(namesOf('no orders where (placedAt within 30 days)')).toEqual([begin, end]);
  expect(namesOf('lastPurchaseAt within 30 days')).not.toContain(begin);
  expect(namesOf('city = "Shanghai"')).toEqual([]);
});
