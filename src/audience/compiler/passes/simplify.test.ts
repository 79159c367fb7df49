import { describe, expect, it } from 'vitest';
import { all, always, any, never, not } from '../conditions.ts';
import type { Comparison, Condition, Related } from '../plan.ts';
import { simplifyCondition } from './simplify.ts';

const known = (property: string): Condition => ({ kind: 'Known', property });
const reach = (condition: Condition): Condition => ({ kind: 'Reach', hop: 'store', condition });
const orders = (condition: Condition, tests: Related['tests'] = []): Condition => ({
  kind: 'Related',
  hop: 'orders',
  condition,
  tests,
});
const [a, b, c] = [known('a'), known('b'), known('c')];

const compared = (operator: Comparison['operator'], property = 'a'): Comparison => ({
  kind: 'Comparison',
  property,
  operator,
  value: { type: 'whole', value: '5' },
});

const net = { path: [], property: 'netMinor', empty: null };

describe('simplify', () => {
  it('moves negations down to leaves and steps', () => {
    expect(simplifyCondition(not(all([a, any([b, not(c)])])))).toEqual(any([not(a), all([not(b), c])]));
    expect(simplifyCondition(not(orders(not(not(a)))))).toEqual(not(orders(a)));
    expect(simplifyCondition(not(reach(not(all([a, b])))))).toEqual(not(reach(any([not(a), not(b)]))));
  });

  it('flattens what is nested', () => {
    expect(simplifyCondition(all([a, all([b, all([c])])]))).toEqual(all([a, b, c]));
    expect(simplifyCondition(any([any([a, b]), not(all([c, not(a)]))]))).toEqual(any([a, b, not(c), a]));
  });

  it('folds constants', () => {
    expect(simplifyCondition(all([a, always]))).toBe(a);
    expect(simplifyCondition(all([a, never]))).toEqual(never);
    expect(simplifyCondition(any([a, not(never)]))).toEqual(always);
    expect(simplifyCondition(any([never, never]))).toEqual(never);
    expect(simplifyCondition(reach(all([a, never])))).toEqual(never);
    expect(simplifyCondition(orders(never))).toEqual(never);
    expect(simplifyCondition(not(orders(never)))).toEqual(always);
    expect(simplifyCondition(orders(never, [{ figure: { kind: 'Count' }, operator: '<', value: '3' }]))).toEqual(
      always,
    );
    expect(simplifyCondition(orders(never, [{ figure: { kind: 'Sum', of: net }, operator: '>', value: '0' }]))).toEqual(
      never,
    );
  });

  it('turns negated comparisons of what is there in any case, which then need not be asked', () => {
    const inside = all([compared('>'), compared('<=')]);
    expect(simplifyCondition(all([a, not(inside)]))).toEqual(any([compared('<='), compared('>')]));
    expect(simplifyCondition(all([compared('>='), not(compared('='))]))).toEqual(all([compared('>='), compared('<>')]));
    expect(simplifyCondition(all([a, any([b, not(compared('<'))])]))).toEqual(all([a, any([b, compared('>=')])]));
    expect(simplifyCondition(all([any([a, all([a, b])]), not(compared('<'))]))).toEqual(
      all([any([a, all([a, b])]), compared('>=')]),
    );
  });

  it('leaves negations of what may be missing: those hold of nothing too', () => {
    const negated = not(compared('>'));
    for (const condition of [
      all([b, negated]),
      any([a, negated]),
      all([any([a, b]), negated]),
      all([not(a), negated]),
      all([reach(a), negated]),
      all([orders(a), negated]),
    ])
      expect(simplifyCondition(condition)).toEqual(condition);
  });

  it('gathers conditions on the same to-one object, but never those on related objects', () => {
    expect(simplifyCondition(all([reach(a), c, reach(b)]))).toEqual(all([reach(all([a, b])), c]));
    expect(simplifyCondition(any([reach(a), reach(b)]))).toEqual(reach(any([a, b])));
    expect(simplifyCondition(all([reach(a), not(reach(b))]))).toEqual(all([reach(a), not(reach(b))]));
    expect(simplifyCondition(all([orders(a), orders(b)]))).toEqual(all([orders(a), orders(b)]));
  });
});
