import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, any, not } from '../conditions.ts';
import type { Condition } from '../plan.ts';
import { shareWithin } from './share-parts.ts';

const known = (property: string): Condition => ({ kind: 'Known', property });
const [a, b, c] = [known('a'), known('b'), known('c')];
const orders = (condition: Condition): Condition => ({ kind: 'Related', hop: 'orders', condition, tests: [] });

/** Whether it holds where just these properties are known; a step leads to an object like the first. */
function holds(condition: Condition, there: readonly string[]): boolean {
  switch (condition.kind) {
    case 'All':
      return condition.conditions.every((part) => holds(part, there));
    case 'Any':
      return condition.conditions.some((part) => holds(part, there));
    case 'Negation':
    case 'Related':
      return holds(condition.condition, there) !== (condition.kind === 'Negation');
    case 'Known':
      return there.includes(condition.property);
    default:
      throw new Error(condition.kind);
  }
}

describe('what is asked in several places', () => {
  it('stands once', () => {
    expect(shareWithin(all([a, b, a]))).toEqual(all([a, b]));
    expect(shareWithin(any([a, a]))).toEqual(a);
    expect(shareWithin(orders(any([orders(a), orders(a), b])))).toEqual(orders(any([orders(a), b])));
  });

  it('stands before the branches that share it', () => {
    expect(shareWithin(any([all([a, b]), all([c, a])]))).toEqual(all([a, any([b, c])]));
    expect(shareWithin(all([any([a, b]), any([a, c])]))).toEqual(any([a, all([b, c])]));
    expect(shareWithin(any([all([a, b]), a]))).toEqual(a);
    expect(shareWithin(not(all([any([a, not(b)]), any([not(b), a]), c])))).toEqual(
      not(all([any([a, not(b)]), any([not(b), a]), c])),
    );
  });

  it('holds for the same as before', () => {
    const names = ['a', 'b', 'c', 'd'];
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom(...names).map(known),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(all),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(any),
        tie('condition').map(not),
        tie('condition').map(orders),
      ),
    }));
    fc.assert(
      fc.property(condition, fc.subarray(names), (one, there) => {
        expect(holds(shareWithin(one), there)).toBe(holds(one, there));
      }),
      { numRuns: 500 },
    );
  });
});
