import { describe, expect, it } from 'vitest';
import { parseRule, type Rule } from '../rules/index.ts';
import { createCatalogue, expandedSize, findCycle, resolveReferences } from './segment-catalogue.ts';

const rule = (text: string): Rule => {
  const read = parseRule(text, { timeZone: 'UTC' });
  if (!read.ok) throw new Error(read.errors[0]?.message);
  return read.rule;
};
const segment = (id: string, name: string, text: string) => ({ id, name, rule: rule(text) });

const catalogue = createCatalogue([
  segment('seg_1', 'one', 'tags has "x" and purchases where (channel = "store")'),
  segment('seg_2', 'two', 'in segment "one" or not in segment "seg_1"'),
  segment('seg_3', 'seg_1', 'in segment "two"'),
]);

describe('a reference', () => {
  it('means the segment of that name first, else of that id', () => {
    expect(catalogue.find('seg_1')?.id).toBe('seg_3');
    expect(catalogue.find('seg_2')?.name).toBe('two');
    expect(catalogue.find('three')).toBeUndefined();
  });

  it('is resolved through others, and unknown ones are told', () => {
    const { resolved, unknown } = resolveReferences([rule('in segment "two" and in segment "gone"')], catalogue);
    expect([...resolved.keys()].sort()).toEqual(['one', 'seg_1', 'two']);
    expect(unknown).toEqual(['gone']);
  });
});

describe('a cycle', () => {
  it('is found and given from the segment back to it', () => {
    const two = catalogue.find('two');
    if (!two) throw new Error('no two');
    expect(findCycle(two, catalogue)?.map(({ name }) => name)).toEqual(['two', 'seg_1', 'two']);
  });

  it('that the segment is not part of is none of its own', () => {
    const one = catalogue.find('one');
    if (!one) throw new Error('no one');
    expect(findCycle(one, catalogue)).toBeNull();
  });
});

it('a rule counts the conditions of its segments, each time they are named', () => {
  const others = createCatalogue([
    segment('a', 'a', 'tags has "x" and purchases where (channel = "store")'),
    segment('b', 'b', 'in segment "a" or not in segment "a"'),
  ]);
  expect(expandedSize(rule('in segment "b" and in segment "b" and purchases'), others)).toBe(13);
});
