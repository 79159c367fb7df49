import { describe, expect, it } from 'vitest';
import { createRandom, createScrambler, weighted } from './random.ts';

describe('seeded randomness', () => {
  it('draws the same from the same seed, stream and index, and something else from any other', () => {
    const draw = (seed: number, stream: number, index: number) => {
      const random = createRandom(seed, stream, index);
      return Array.from({ length: 5 }, () => random.integer(1000)).join(' ');
    };
    expect(draw(7, 1, 3)).toBe(draw(7, 1, 3));
    const others = [
      draw(7, 1, 3),
      draw(8, 1, 3),
      draw(7, 2, 3),
      draw(7, 1, 4),
      draw(-7, 1, 3),
      draw(2 ** 40 + 7, 1, 3),
    ];
    expect(new Set(others).size).toBe(6);
  });

  it('draws evenly', () => {
    const random = createRandom(1, 1, 1);
    const drawn = Array.from({ length: 100_000 }, () => random.integer(10));
    for (let digit = 0; digit < 10; digit++) {
      const share = drawn.filter((value) => value === digit).length / drawn.length;
      expect(share).toBeGreaterThan(0.095);
      expect(share).toBeLessThan(0.105);
    }
  });

  it('stays within the bounds it is given, both ends included', () => {
    const random = createRandom(1, 1, 2);
    const drawn = new Set(Array.from({ length: 1000 }, () => random.between(3, 5)));
    expect([...drawn].sort()).toEqual([3, 4, 5]);
  });

  it('draws by weight and never what weighs nothing', () => {
    const draw = weighted(['never', 'one', 'three'], (item) => ({ never: 0, one: 1, three: 3 })[item] ?? 0);
    const random = createRandom(1, 1, 3);
    const drawn = Array.from({ length: 10_000 }, () => draw(random));
    expect(drawn).not.toContain('never');
    const share = drawn.filter((item) => item === 'three').length / drawn.length;
    expect(share).toBeGreaterThan(0.73);
    expect(share).toBeLessThan(0.77);
  });

  it('scrambles one to one', () => {
    const scramble = createScrambler(5, 1, 89_999_999);
    const values = Array.from({ length: 200_000 }, (_, index) => scramble(index));
    expect(new Set(values).size).toBe(200_000);
    expect(Math.max(...values.slice(0, 1000))).toBeLessThan(89_999_999);
    expect(() => scramble(0x400000)).toThrow(RangeError);
  });
});
