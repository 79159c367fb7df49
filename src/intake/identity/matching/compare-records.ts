import { birthKey, mailboxKey, phoneKey } from './blocking-keys.ts';
import { compareNames } from './compare-names.ts';
import {
  type ComparedField,
  type ComparisonOf,
  comparisonLevels,
  type FieldComparison,
  type LevelOf,
} from './comparison-levels.ts';
import type { Features, Mailbox, Place, Shown } from './read-features.ts';
import { isOneSlip, jaroWinkler } from './text-similarity.ts';

/** Compares two records field by field; what one of them says nothing of is left out. */
export function compareRecords(one: Features, other: Features): FieldComparison[] {
  const found: (FieldComparison | null)[] = [
    compareNames(one.names, other.names),
    compareBirthDates(one.birthDate, other.birthDate),
    compareGenders(one.gender, other.gender),
    closest('PHONE', one.phones, other.phones, comparePhones),
    closest('EMAIL', one.emails, other.emails, compareMailboxes),
    one.place && other.place && closest('ADDRESS', [one.place], [other.place], comparePlaces),
    compareOwnNumbers(one, other),
  ];
  return found.filter((comparison) => comparison !== null);
}

/** A level, and what counts how frequent the agreed value is. */
type Found<Field extends ComparedField> = readonly [level: LevelOf<Field>, counted?: string];

/** The closest of all values of both sides. */
function closest<Field extends ComparedField, Value>(
  field: Field,
  ones: readonly Shown<Value>[],
  others: readonly Shown<Value>[],
  compare: (one: Value, other: Value) => Found<Field> | null,
): ComparisonOf<Field> | null {
  const order = Object.keys(comparisonLevels[field]);
  let best: ComparisonOf<Field> | null = null;
  for (const one of ones)
    for (const other of others) {
      const found = compare(one.value, other.value);
      if (found === null) continue;
      const [level, counted = null] = found;
      if (best !== null && order.indexOf(best.level) <= order.indexOf(level)) continue;
      best = { field, level, one: one.shown, other: other.shown, counted };
    }
  return best;
}

const asDate = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;

function compareBirthDates(one: string | null, other: string | null): ComparisonOf<'BIRTH_DATE'> | null {
  if (one === null || other === null) return null;
  const isNear = isOneSlip(one, other) || other === one.slice(0, 4) + one.slice(6) + one.slice(4, 6);
  return {
    field: 'BIRTH_DATE',
    level: one === other ? 'SAME' : isNear ? 'CLOSE' : 'DIFFERENT',
    one: asDate(one),
    other: asDate(other),
    counted: one === other ? birthKey(one) : null,
  };
}

function compareGenders(one: string | null, other: string | null): ComparisonOf<'GENDER'> | null {
  if (one === null || other === null) return null;
  return { field: 'GENDER', level: one === other ? 'SAME' : 'DIFFERENT', one, other, counted: null };
}

function comparePhones(one: string, other: string): Found<'PHONE'> {
  if (one === other) return ['SAME', phoneKey(one)];
  return [isOneSlip(one, other) ? 'CLOSE' : 'DIFFERENT'];
}

const SHORTEST_MAILBOX = 4;

function compareMailboxes(one: Mailbox, other: Mailbox): Found<'EMAIL'> {
  const sameLocal = one.local === other.local;
  if (sameLocal && one.domain === other.domain) return ['SAME', mailboxKey(one)];
  if (Math.min(one.local.length, other.local.length) < SHORTEST_MAILBOX) return ['DIFFERENT'];
  if (one.domain === other.domain && isOneSlip(one.local, other.local)) return ['CLOSE'];
  if (sameLocal && isOneSlip(one.domain, other.domain)) return ['CLOSE'];
  return mailboxKey(one) === mailboxKey(other) ? ['SAME_MAILBOX_ELSEWHERE', mailboxKey(one)] : ['DIFFERENT'];
}

const LIKE_LINE = 0.9;

function comparePlaces(one: Place, other: Place): Found<'ADDRESS'> | null {
  const both = (part: keyof Place) => one[part] !== '' && other[part] !== '';
  const agree = (part: keyof Place) => both(part) && one[part] === other[part];
  const sameTown = agree('city') || agree('postalCode') || !(both('city') || both('postalCode'));
  if (both('line') && sameTown) {
    if (one.line === other.line) return ['SAME'];
    // Another number is another house or flat.
    if (one.numbers === other.numbers && jaroWinkler(one.line, other.line) >= LIKE_LINE) return ['CLOSE'];
  }
  if (agree('postalCode') || (agree('district') && sameTown)) return ['SAME_AREA'];
  if (agree('city')) return ['SAME_CITY'];
  return both('city') || both('postalCode') ? ['DIFFERENT'] : null;
}

/** Numbers of which a person has only one; those that both have alike join by themselves and say nothing here. */
function compareOwnNumbers(one: Features, other: Features): ComparisonOf<'OWN_NUMBER'> | null {
  const order = Object.keys(comparisonLevels.OWN_NUMBER);
  let best: ComparisonOf<'OWN_NUMBER'> | null = null;
  for (const left of one.own) {
    const beside = other.own.filter(({ namespace }) => namespace === left.namespace);
    if (beside.some(({ value }) => value === left.value)) continue;
    for (const right of beside) {
      const level = isOneSlip(left.value, right.value) ? 'CLOSE' : 'DIFFERENT';
      // Of several kinds the one that speaks against them counts.
      if (best !== null && order.indexOf(best.level) >= order.indexOf(level)) continue;
      const show = ({ kind, value }: typeof left) => `${kind} ${value}`;
      best = { field: 'OWN_NUMBER', level, one: show(left), other: show(right), counted: null };
    }
  }
  return best;
}
