import { describe, expect, it } from 'vitest';
import type { Fact } from '../records/facts.ts';
import { createLanes } from './lanes.ts';
import { partFacts } from './part-facts.ts';

const order = (key: string, ...strongKeys: string[]) =>
  ({ type: 'order', key, strongKeys, weakKeys: [], recordKey: null }) as unknown as Fact;
const customer = (key: string, ...strongKeys: string[]) =>
  ({ type: 'customer', key, strongKeys, weakKeys: [], recordKey: null }) as unknown as Fact;
const keysOf = (parts: readonly (readonly Fact[])[]) => parts.map((part) => part.map(({ key }) => key));

describe('partFacts', () => {
  it('keeps together, in their order, what is named alike over any number of others', () => {
    const facts = [order('1', 'b'), order('2', 'a'), customer('3', 'c'), order('4', 'b', 'd'), order('5', 'd', 'c')];
    expect(keysOf(partFacts(facts, 2))).toEqual([['1', '3', '4', '5'], ['2']]);
  });

  it('finds who is named alike on the same side again', () => {
    const side = (facts: readonly Fact[]) =>
      partFacts(facts, 2).findIndex((part) => part.some(({ key }) => key === 'x'));
    expect(side([order('x', 'b'), order('2', 'a'), order('3', 'e')])).toBe(0);
    expect(side([order('2', 'a'), order('9', 'c'), order('x', 'b')])).toBe(0);
  });

  it('leaves few facts, and those with some of the catalogue, in one', () => {
    const facts = [order('1', 'a'), order('2', 'b')];
    expect(keysOf(partFacts(facts, 3))).toEqual([['1', '2']]);
    const store = { type: 'store', key: 's' } as unknown as Fact;
    expect(keysOf(partFacts([...facts, store], 2))).toEqual([['1', '2', 's']]);
  });
});

describe('createLanes', () => {
  const told: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      told.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      told.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };

  it('goes on in a lane that is free, and lets one alone wait for all', async () => {
    const lanes = createLanes<string>();
    const slow = () => new Promise<string>((resolve) => setTimeout(resolve, 40, 'slow'));
    const outcomes = await Promise.all([
      lanes.start([work('a'), slow]),
      lanes.start([work('b'), work('c')]),
      lanes.start([work('alone')]),
    ]);
    expect(told).toEqual([
      'a begins',
      'a ends',
      'b begins',
      'b ends',
      'c begins',
      'c ends',
      'alone begins',
      'alone ends',
    ]);
    expect(outcomes.flat().map((outcome) => outcome.status)).toEqual(Array(5).fill('fulfilled'));
  });

  it('starts nothing behind what failed', async () => {
    told.length = 0;
    const lanes = createLanes<string>();
    const [, behind] = await Promise.all([
      lanes.start([work('a', true), work('b')]),
      lanes.start([work('c'), work('d')]),
    ]);
    expect(behind.map((outcome) => outcome.status)).toEqual(['rejected', 'fulfilled']);
    expect(told).not.toContain('c begins');
  });
});
