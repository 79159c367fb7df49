import { describe, expect, test } from 'vitest';
import {
  isTimeZone,
  localDateOf,
  parseDuration,
  parseInstant,
  parseLocalDate,
  startOfDay,
  subtractDuration,
} from './time.ts';

describe('parseInstant', () => {
  test.each([
    ['2026-06-18T11:02:00+08:00', '2026-06-18T03:02:00.000Z'],
    ['2026-06-18t11:02:00z', '2026-06-18T11:02:00.000Z'],
    ['2024-02-29T00:00:00.123456-05:30', '2024-02-29T05:30:00.123Z'],
    ['2026-12-31T23:59:59-00:01', '2027-01-01T00:00:59.000Z'],
  ])('%s', (text, expected) => {
    expect(parseInstant(text)?.toISOString()).toBe(expected);
  });

  test.each([
    '2026-06-18',
    '2026-06-18T11:02:00',
    '2026-06-18 11:02:00Z',
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00Z',
    'June 18, 2026',
    '',
  ])('%j is no instant', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

test('parseLocalDate takes real dates only', () => {
  expect(parseLocalDate('2024-02-29')).toBe('2024-02-29');
  expect(parseLocalDate('2000-02-29')).toBe('2000-02-29');
  for (const text of ['1900-02-29', '2026-02-29', '2026-00-10', '2026-01-00', '2026-1-1', '2026-01-01T00:00:00Z']) {
    expect(parseLocalDate(text)).toBeNull();
  }
});

describe('parseDuration', () => {
  test.each([
    ['P6M', 'P6M'],
    ['p6m', 'P6M'],
    ['PT48H', 'PT48H'],
    ['P1Y2M3W4DT5H6M7S', 'P1Y2M3W4DT5H6M7S'],
    ['P06M', 'P6M'],
    ['PT1.50S', 'PT1.5S'],
    ['P0D', 'PT0S'],
  ])('%s', (text, normal) => {
    expect(parseDuration(text)).toBe(normal);
  });

  test.each(['', 'P', 'PT', 'P6', '6M', '-P6M', 'P-6M', 'P1.5M', 'P1001Y', 'P99999999999D', 'P1H', 'six months'])(
    '%j is none',
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );
});

describe('calendar arithmetic', () => {
  const zone = 'Asia/Shanghai';

  test('months count on the calendar of the zone', () => {
    const instant = new Date('2026-03-31T02:00:00Z');
    expect(subtractDuration(instant, 'P1M', zone).toISOString()).toBe('2026-02-28T02:00:00.000Z');
    expect(subtractDuration(new Date('2026-03-30T17:00:00Z'), 'P1M', zone).toISOString()).toBe(
      '2026-02-27T17:00:00.000Z',
    );
  });

  test('a day across a change of the clock is a calendar day, 24 hours are not', () => {
    const instant = new Date('2026-03-29T12:00:00+02:00');
    expect(subtractDuration(instant, 'P1D', 'Europe/Berlin').toISOString()).toBe('2026-03-28T11:00:00.000Z');
    expect(subtractDuration(instant, 'PT24H', 'Europe/Berlin').toISOString()).toBe('2026-03-28T10:00:00.000Z');
  });

  test('days begin and end by the zone', () => {
    expect(startOfDay('2026-06-18', zone).toISOString()).toBe('2026-06-17T16:00:00.000Z');
    expect(localDateOf(new Date('2026-06-17T15:59:59.999Z'), zone)).toBe('2026-06-17');
    expect(localDateOf(new Date('2026-06-17T16:00:00Z'), zone)).toBe('2026-06-18');
  });

  test('time zones are known by name', () => {
    expect(isTimeZone(zone)).toBe(true);
    expect(isTimeZone('Asia/Nowhere')).toBe(false);
  });
});
