import { InvalidArgumentError } from 'commander';

/** Reads an option that counts something. */
export function readCount(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return value;
}

/** Reads an option that is a day. */
export function readDay(text: string): Date {
  const value = new Date(text);
  if (Number.isNaN(value.getTime())) throw new InvalidArgumentError('It must be a date such as 2026-06-30.');
  return value;
}
