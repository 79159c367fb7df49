import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRule } from '../../rules/index.ts';
import { arbitraryRule } from '../../rules/testing/arbitrary-rule.ts';
import { differenceOf } from './rule-difference.ts';

function between(before: string, after: string) {
  const [left, right] = [before, after].map((text) => parseRule(text, { timeZone: 'Asia/Shanghai' }));
  if (!left?.ok || !right?.ok) throw new Error('a rule of the test cannot be read');
  return differenceOf(left.rule, right.rule);
}

test('clauses come, go and change', () => {
  expect(
    between('city = "Shanghai" and tags has "a" and purchases', 'tags has "b" and purchases and not events'),
  ).toEqual([
    { before: 'city = "Shanghai"', after: null, within: [] },
    { before: 'tags has "a"', after: 'tags has "b"', within: [] },
    { before: null, after: 'not events', within: [] },
  ]);
});

test('order alone is no change', () => {
  expect(between('city = "a" and (tags has "x" or purchases)', '(purchases or tags has "x") and city = "a"')).toEqual(
    [],
  );
});

test('what changed inside a clause is told by itself, with where it stands', () => {
  const rule = (band: string, city: string) =>
    `city = "x" and not purchases where (promotion = "618" and (store.performance = ${band} or store.city = "${city}"))`;
  expect(between(rule('LOW', 'a'), rule('HIGH', 'a'))).toEqual([
    { before: 'store.performance = LOW', after: 'store.performance = HIGH', within: ['not', 'purchases where', 'or'] },
  ]);
});

test('a measure that changes is the whole clause that changes', () => {
  expect(between('purchases count >= 2', 'purchases count >= 3')).toEqual([
    { before: 'purchases count >= 2', after: 'purchases count >= 3', within: [] },
  ]);
});

test('and that becomes or is another rule', () => {
  expect(between('city = "a" and purchases', 'city = "a" or purchases')).toEqual([
    { before: 'city = "a" and purchases', after: null, within: [] },
    { before: null, after: 'city = "a" or purchases', within: [] },
  ]);
});

test('a rule does not differ from itself, and going back is the same turned round', () => {
  fc.assert(
    fc.property(arbitraryRule(), arbitraryRule(), (one, other) => {
      expect(differenceOf(one, one)).toEqual([]);
      const there = differenceOf(one, other);
      const back = differenceOf(other, one);
      expect(back.length).toBe(there.length);
      const turned = back.map(({ before, after }) => JSON.stringify([after, before])).sort();
      expect(there.map(({ before, after }) => JSON.stringify([before, after])).sort()).toEqual(turned);
    }),
    { numRuns: 300 },
  );
});
