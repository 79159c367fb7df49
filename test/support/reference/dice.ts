/** Choices that are random, and the same again for the same seed. */
export interface Dice {
  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Some of the choices in their order, each with this probability. */
  some<T>(choices: readonly T[], probability: number): T[];
  shuffle<T>(items: readonly T[]): T[];
}

/** Dice for a seed (any integer). */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  // mulberry32: small, and good enough to pick test data
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    number,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[number(0, choices.length - 1)] as (typeof choices)[number],
    some: (choices, probability) => choices.filter(() => next() < probability),
    shuffle: (items) => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = number(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as never, shuffled[last] as never];
      }
      return shuffled;
    },
  };
}
