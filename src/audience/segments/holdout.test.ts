import { expect, test } from 'vitest';
import { bucketOf, checkHoldout, isHeldOut } from './holdout.ts';

const ids = Array.from({ length: 20_000 }, (_, number) => `cus_${number}`);

test('a customer stands where it stands, for ever', () => {
  expect(ids.slice(0, 4).map((id) => bucketOf('control', id))).toEqual([1688, 696, 1908, 7120]);
});

test('the share is kept, and a larger one keeps those of the smaller', () => {
  const held = (percent: number, seed = 'control') => ids.filter((id) => isHeldOut({ percent, seed }, id));
  expect(held(10).length / ids.length).toBeCloseTo(0.1, 2);
  expect(held(0.5).length / ids.length).toBeCloseTo(0.005, 2);
  expect(held(20).filter((id) => held10.has(id)).length).toBe(held(10).length);
  const both = held(10, 'other').filter((id) => held10.has(id)).length;
  expect(both / ids.length).toBeCloseTo(0.01, 2);
});
const held10 = new Set(ids.filter((id) => isHeldOut({ percent: 10, seed: 'control' }, id)));

test('nobody is held out without a holdout', () => {
  expect(isHeldOut(null, 'cus_1')).toBe(false);
});

test('a holdout is checked; without a seed the segment decides', () => {
  expect(checkHoldout(null, 'seg_1')).toBeNull();
  expect(checkHoldout({ percent: 12.5 }, 'seg_1')).toEqual({ percent: 12.5, seed: 'seg_1' });
  expect(checkHoldout({ percent: 0.01, seed: 'all' }, 'seg_1')).toEqual({ percent: 0.01, seed: 'all' });
  for (const percent of [0, 100, -1, 0.001, Number.NaN])
    expect(() => checkHoldout({ percent }, 'seg_1')).toThrow('holdout.percent must be more than 0');
  expect(() => checkHoldout({ percent: 5, seed: ' ' }, 'seg_1')).toThrow('holdout.seed must be a text');
});
