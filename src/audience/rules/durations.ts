import { fault, type Reading } from './errors.ts';
import { nearest } from './suggest.ts';
import type { Operator } from './tree.ts';

interface Unit {
  readonly word: string;
  /** ISO 8601 before and after the amount. */
  readonly before: string;
  readonly after: string;
  /** About a thousand years, which every calendar at hand can count. */
  readonly most: number;
}

const units: readonly Unit[] = [
  { word: 'hour', before: 'PT', after: 'H', most: 8_766_000 },
  { word: 'day', before: 'P', after: 'D', most: 365_250 },
  { word: 'week', before: 'P', after: 'W', most: 52_178 },
  { word: 'month', before: 'P', after: 'M', most: 12_000 },
  { word: 'year', before: 'P', after: 'Y', most: 1_000 },
];
/** The words for units, in the plural. */
export const unitWords: readonly string[] = units.map(({ word }) => `${word}s`);

const isoPattern = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const oneUnitPattern = /^(PT?)(\d+)([A-Z])$/;

/** `6`, `months` -> `P6M`. */
export function durationOf(amount: string, word: string): Reading<string> {
  const found = `${amount} ${word}`;
  const unit = units.find((candidate) => [candidate.word, `${candidate.word}s`].includes(word.toLowerCase()));
  if (unit === undefined) {
    const meant = nearest(word, unitWords).slice(0, 1);
    const reason = `the units are ${unitWords.join(', ')}`;
    return fault(
      'INVALID_DURATION',
      { found, reason },
      meant.map((near) => `${amount} ${near}`),
    );
  }
  if (!/^\d+$/.test(amount)) return fault('INVALID_DURATION', { found, reason: 'the amount is a whole number' });
  return inUnit(unit, Number(amount), found);
}

/** An ISO 8601 duration, in the one unit that rules can say: `P1Y6M` -> `P18M`, `P1W1D` -> `P8D`. */
export function readDuration(text: string): Reading<string> {
  const match = isoPattern.exec(text);
  if (match === null) {
    return fault('INVALID_DURATION', {
      found: text,
      reason: 'write ISO 8601 in whole units, such as P90D, P6M or PT48H',
    });
  }
  const given = match.slice(1).map((digits) => (digits === undefined ? undefined : Number(digits)));
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = given;
  const calendar = years + months > 0;
  const dayLike = weeks + days > 0;
  if (minutes + seconds > 0 || Number(calendar) + Number(dayLike) + Number(hours > 0) > 1) {
    const reason =
      'rules count back in one unit, and this is not a whole number of hours, days, weeks, months or years';
    return fault('INVALID_DURATION', { found: text, reason });
  }
  if (calendar)
    return years > 0 && months > 0
      ? named('month', years * 12 + months, text)
      : named(years > 0 ? 'year' : 'month', years + months, text);
  if (dayLike)
    return weeks > 0 && days > 0
      ? named('day', weeks * 7 + days, text)
      : named(weeks > 0 ? 'week' : 'day', weeks + days, text);
  if (hours > 0) return named('hour', hours, text);
  const zeroOf = ['year', 'month', 'week', 'day', 'hour'].find((_, index) => given[index] !== undefined);
  return named(zeroOf ?? 'hour', 0, text);
}

/** A duration as an operator can use it: anniversaries are counted in days or longer. */
export function checkDuration(operator: Operator, iso: string): Reading<string> {
  if (operator !== 'anniversaryWithin' || !iso.startsWith('PT')) return { value: iso };
  const reason = 'anniversaries are whole days, so the units are days, weeks, months and years';
  return fault('INVALID_DURATION', { found: spellDuration(iso), reason });
}

/** `P6M` -> `6 months`, `P1D` -> `1 day`. Takes what the two readers above return. */
export function spellDuration(iso: string): string {
  const [, before, amount, after] = oneUnitPattern.exec(iso) ?? [];
  const unit = units.find((candidate) => candidate.before === before && candidate.after === after);
  if (unit === undefined) throw new TypeError(`not a duration of a rule: ${iso}`);
  return `${amount} ${unit.word}${amount === '1' ? '' : 's'}`;
}

function named(word: string, amount: number, found: string): Reading<string> {
  return inUnit(units.find((unit) => unit.word === word) as Unit, amount, found);
}

function inUnit(unit: Unit, amount: number, found: string): Reading<string> {
  if (amount > unit.most) {
    return fault('INVALID_DURATION', { found, reason: `at most ${unit.most} ${unit.word}s are allowed` });
  }
  return { value: `${unit.before}${amount}${unit.after}` };
}
