import { expect, test } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock('2026-01-31T10:00:00+08:00');
  expect(clock.now().toISOString()).toBe('2026-01-31T02:00:00.000Z');
  clock.advance('P1M');
  expect(clock.now().toISOString()).toBe('2026-02-28T02:00:00.000Z');
  clock.advance('PT36H');
  expect(clock.now().toISOString()).toBe('2026-03-01T14:00:00.000Z');
  clock.set(new Date('2027-01-01T00:00:00Z'));
  expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
});

test('changing the date that a clock gave out does not move the clock', () => {
  const clock = fixedClock('2026-01-01T00:00:00Z');
  clock.now().setUTCFullYear(1999);
  expect(clock.now().getUTCFullYear()).toBe(2026);
});

test('a clock cannot be set to what is no instant', () => {
  expect(() => fixedClock('yesterday')).toThrow(RangeError);
});

test('the system clock shows the time of the machine', () => {
  const before = Date.now();
  const shown = systemClock.now().getTime();
  expect(shown).toBeGreaterThanOrEqual(before);
  expect(shown).toBeLessThanOrEqual(Date.now());
});
