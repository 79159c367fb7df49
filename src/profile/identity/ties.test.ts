import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPath } from './find-path.ts';
import type { DecisionRow, EvidenceFact } from './identity-evidence.ts';
import { orderSteps } from './order-steps.ts';
import { indexTies, type KeyTraits } from './tie-index.ts';

const traits: KeyTraits = {
  isShared: (key) => key === 'phone||shared',
  priorityOf: (key) => (key.startsWith('phone') ? 30 : 40),
};

function fact(node: string, day: number | null, some: Partial<EvidenceFact> = {}): EvidenceFact {
  const [type, key = ''] = node.split(':');
  return {
    node,
    type: type as EvidenceFact['type'],
    key,
    at: day === null ? null : new Date(Date.UTC(2026, 0, day)),
    strongKeys: [],
    weakKeys: [],
    recordKey: null,
    anonymous: false,
    count: 1,
    ...some,
  };
}

const decision: DecisionRow = {
  id: 'dec_1',
  verdict: 'TOGETHER',
  reason: null,
  actor: 'ann',
  at: new Date(0),
  one: 's|1',
  other: 's|2',
};
const stepsOf = (facts: readonly EvidenceFact[], decisions: readonly DecisionRow[] = [], most = 100) =>
  orderSteps(indexTies(facts, decisions, traits), most).map(({ fact: { node }, by, to }) => [
    node,
    by,
    to?.node ?? null,
  ]);
const pathOf = (facts: readonly EvidenceFact[], start: string, end: string, decisions: readonly DecisionRow[] = []) =>
  findPath(indexTies(facts, decisions, traits), start, end)?.map(({ from, key, to }) => [from.node, key, to.node]) ??
  null;

describe('the steps that joined a customer', () => {
  it('start with the oldest and end with what has not come yet', () => {
    const facts = [
      fact('customer:s|2', null),
      fact('order:s|o', 3, { strongKeys: ['phone||1'], recordKey: 's|2' }),
      fact('customer:s|1', 1, { strongKeys: ['phone||1'] }),
    ];
    expect(stepsOf(facts)).toEqual([
      ['customer:s|1', 'FIRST', null],
      ['order:s|o', 'STRONG_IDENTIFIER', 'customer:s|1'],
      ['customer:s|2', 'REFERENCE', 'order:s|o'],
    ]);
  });

  it('tell a decision before an identifier, and of identifiers the one that joins first', () => {
    const keys = { strongKeys: ['email||1', 'phone||1'] };
    const facts = [1, 2, 3].map((number) => fact(`customer:s|${number}`, number, keys));
    expect(stepsOf(facts, [decision])[1]).toEqual(['customer:s|2', 'DECISION', 'customer:s|1']);
    expect(orderSteps(indexTies(facts, [decision], traits), 100)[2]?.key).toBe('phone||1');
  });

  it('leave shared identifiers out: what nothing else ties is untied', () => {
    const keys = { strongKeys: ['phone||shared'] };
    expect(stepsOf([fact('customer:s|1', 1, keys), fact('customer:s|2', 2, keys)])[1]).toEqual([
      'customer:s|2',
      'UNTIED',
      null,
    ]);
  });

  it('never tie two known facts by a cookie', () => {
    const keys = { weakKeys: ['cookie||1'] };
    const known = [fact('customer:s|1', 1, keys), fact('customer:s|2', 2, keys)];
    expect(stepsOf(known)[1]?.[1]).toBe('UNTIED');
    expect(stepsOf([...known.slice(0, 1), fact('event:s|e', 2, { ...keys, anonymous: true })])[1]).toEqual([
      'event:s|e',
      'WEAK_IDENTIFIER',
      'customer:s|1',
    ]);
  });
});

describe('the way from one fact to another', () => {
  const chain = [
    fact('customer:s|1', 1, { strongKeys: ['phone||1'], weakKeys: ['cookie||1'] }),
    fact('order:s|o', 2, { strongKeys: ['phone||1', 'email||1'] }),
    fact('customer:s|3', 3, { strongKeys: ['email||1'], weakKeys: ['cookie||1'] }),
    fact('event:s|e', 4, { weakKeys: ['cookie||1'], anonymous: true }),
  ];

  it('goes over identifiers, never through what only a cookie ties', () => {
    expect(pathOf(chain, 'customer:s|1', 'customer:s|3')).toEqual([
      ['customer:s|1', 'phone||1', 'order:s|o'],
      ['order:s|o', 'email||1', 'customer:s|3'],
    ]);
    expect(pathOf(chain, 'event:s|e', 'customer:s|3')).toEqual([['event:s|e', 'cookie||1', 'customer:s|3']]);
  });

  it('is empty to itself, and null where there is none', () => {
    expect(pathOf(chain, 'order:s|o', 'order:s|o')).toEqual([]);
    expect(pathOf(chain, 'order:s|o', 'order:s|other')).toBeNull();
    expect(pathOf([...chain, fact('customer:s|9', 9)], 'customer:s|1', 'customer:s|9')).toBeNull();
  });

  it('goes over decisions', () => {
    const facts = [fact('customer:s|1', 1), fact('customer:s|2', 2)];
    expect(pathOf(facts, 'customer:s|2', 'customer:s|1', [decision])).toEqual([['customer:s|2', null, 'customer:s|1']]);
  });

  const someFacts = fc
    .array(
      fc.record({
        day: fc.integer({ min: 1, max: 9 }),
        strongKeys: fc.subarray(['phone||1', 'phone||2', 'email||1', 'email||2', 'phone||shared'], { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((list) => list.map(({ day, strongKeys }, at) => fact(`customer:s|${at}`, day, { strongKeys })));

  it('is there exactly where the steps tie the fact to the first, and is as short as any', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const steps = orderSteps(indexTies(facts, [], traits), facts.length);
        expect(steps.map((step) => step.fact.node).sort()).toEqual(facts.map(({ node }) => node).sort());
        const origin = new Map<string, string>();
        for (const { fact: joined, to } of steps)
          origin.set(joined.node, to === null ? joined.node : (origin.get(to.node) as string));
        const far = distances(facts);
        for (const one of facts)
          for (const other of facts) {
            const path = pathOf(facts, one.node, other.node);
            expect(path?.length ?? null).toBe(far(one, other));
            expect(path !== null).toBe(origin.get(one.node) === origin.get(other.node));
          }
      }),
    );
  });
});

/** How many identifiers lie between two facts, by trying ever longer ways. */
function distances(facts: readonly EvidenceFact[]) {
  const tied = (one: EvidenceFact, other: EvidenceFact) =>
    one.strongKeys.some((key) => key !== 'phone||shared' && other.strongKeys.includes(key));
  return (start: EvidenceFact, end: EvidenceFact): number | null => {
    let reached = new Set([start]);
    for (let steps = 0; steps <= facts.length; steps++) {
      if (reached.has(end)) return steps;
      reached = new Set([...reached, ...facts.filter((one) => [...reached].some((other) => tied(one, other)))]);
    }
    return null;
  };
}
