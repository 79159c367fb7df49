import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { resolveGroups } from './resolve.ts';

const fact = (key: string, strongKeys: string[], more: Partial<Evidence> = {}): Evidence => ({
  type: 'customer',
  key,
  strongKeys,
  weakKeys: [],
  recordKey: null,
  seenAt: new Date(0),
  stored: false,
  changed: true,
  name: null,
  customer: null,
  anonymous: false,
  anonymousCustomer: null,
  ...more,
});
const partition = (evidence: Evidence[], pointers = new Map<string, string>(), dissolved = new Set<string>()) =>
  resolveGroups({
    evidence,
    pointers: new Map([...pointers].map(([key, customer]) => [key, [customer]])),
    dissolved,
    shared: new Set(),
  })
    .map((group) => ({ facts: group.evidence.map(({ key }) => key).sort(), customers: [...group.customers].sort() }))
    .sort((one, other) => (String(one.facts) < String(other.facts) ? -1 : 1));

describe('resolving groups', () => {
  it('joins facts over chains of shared identifiers', () => {
    expect(partition([fact('a', ['p']), fact('b', ['p', 'q']), fact('c', ['q']), fact('d', ['r'])])).toEqual([
      { facts: ['a', 'b', 'c'], customers: [] },
      { facts: ['d'], customers: [] },
    ]);
  });

  it('joins existing customers that a new fact bridges', () => {
    const pointers = new Map([
      ['p', 'cus_1'],
      ['q', 'cus_2'],
    ]);
    expect(partition([fact('a', ['p', 'q'])], pointers)).toEqual([{ facts: ['a'], customers: ['cus_1', 'cus_2'] }]);
  });

  it('ties an order to the source record it refers to', () => {
    const order = fact('o', [], { type: 'order', recordKey: 'pos|1' });
    expect(partition([order, fact('pos|1', ['p'])])).toEqual([{ facts: ['o', 'pos|1'], customers: [] }]);
  });

  it('does not hold a fact to the customer it is with only through a device', () => {
    const carried = fact('a', ['p'], { customer: 'cus_1', anonymous: true });
    expect(partition([carried])).toEqual([{ facts: ['a'], customers: [] }]);
  });

  it('lets a dissolved customer fall apart; its id goes with its oldest fact', () => {
    const held = { customer: 'cus_1' };
    const evidence = [
      fact('new', ['q'], { ...held, seenAt: new Date(9) }),
      fact('old', ['p'], { ...held, seenAt: new Date(3) }),
    ];
    const pointers = new Map([
      ['p', 'cus_1'],
      ['q', 'cus_1'],
    ]);
    expect(partition(evidence, pointers, new Set(['cus_1']))).toEqual([
      { facts: ['new'], customers: [] },
      { facts: ['old'], customers: ['cus_1'] },
    ]);
  });

  it('gives the same partition in any order', () => {
    const facts = fc.uniqueArray(
      fc.record({
        key: fc.string({ minLength: 1, maxLength: 3 }),
        keys: fc.array(fc.constantFrom('p', 'q', 'r', 's', 't'), { maxLength: 3 }),
      }),
      { selector: ({ key }) => key, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        facts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const toFacts = (all: typeof list) => partition(all.map(({ key, keys }) => fact(key, keys)));
          expect(toFacts(shuffled)).toEqual(toFacts(list));
        },
      ),
    );
  });
});
