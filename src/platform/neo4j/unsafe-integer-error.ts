/** An integer that JavaScript numbers cannot hold exactly (beyond ±(2^53 - 1)). */
export class UnsafeIntegerError extends RangeError {
  readonly code = 'UNSAFE_INTEGER';

  constructor(value: number | bigint) {
    super(`${value} is beyond the integers that can be kept exactly`);
    this.name = 'UnsafeIntegerError';
  }
}
