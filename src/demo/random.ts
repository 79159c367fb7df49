/** A small seeded source of randomness (sfc32). Only 32-bit integer steps, so every machine draws the same. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [0, below). */
  integer(below: number): number;
  /** An integer in [from, to], both included. */
  between(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** What a stream of draws is for: streams with different names never touch each other. */
export const streams = { household: 1, presence: 2, visitor: 3, staff: 4, scramble: 5 } as const;

function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A stream that depends on all three numbers (safe integers) and on nothing else. */
export function createRandom(seed: number, stream: number, index: number): Random {
  const high = Math.floor(seed / 0x100000000);
  let a = mix(mix(mix(0x9e3779b9, seed >>> 0), high >>> 0), stream);
  let b = mix(a ^ 0x243f6a88, index >>> 0);
  let c = mix(b ^ 0xb7e15162, stream + 0x51ed);
  let counter = 1;
  const step = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let round = 0; round < 12; round++) step();

  const next = (): number => step() / 0x100000000;
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    next,
    integer,
    between: (from, to) => from + integer(to - from + 1),
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[integer(list.length)] as T;
    },
  };
}

/** Draws an item with a chance in proportion to its weight. */
export function weighted<T>(items: readonly T[], weightOf: (item: T) => number): (random: Random) => T {
  const ends: number[] = [];
  let sum = 0;
  for (const item of items) {
    sum += weightOf(item);
    ends.push(sum);
  }
  if (!(sum > 0)) throw new RangeError('no weight to draw from');
  return (random) => {
    const at = random.next() * sum;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return items[low] as T;
  };
}

/**
 * One-to-one scrambling of 0..modulus-1 (a prime below 2^32; indexes below 2^22), so that numbers made from an index are
 * unique without remembering them, and do not tell the index.
 */
export function createScrambler(seed: number, salt: number, modulus: number): (index: number) => number {
  const random = createRandom(seed, streams.scramble, salt);
  const factor = 1 + random.integer(Math.min(modulus - 1, 0xfffffff));
  const shift = random.integer(modulus);
  return (index) => {
    if (index >= 0x400000) throw new RangeError(`index ${index} is beyond 2^22`);
    return (index * factor + shift) % modulus;
  };
}
