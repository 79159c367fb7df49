import { Big } from 'big.js';
import { Temporal } from 'temporal-polyfill';
import type {
  Compare,
  CompareFields,
  Matches,
  Measure,
  Rank,
  RankMeasure,
  Relation,
  Rule,
  SequenceStep,
} from '../../../src/audience/rules/tree.ts';
import { countBack, countOn, millis, type Settings } from './settings.ts';
import {
  customerSubject,
  orderSubject,
  productSubject,
  type Scalar,
  type Subject,
  staffSubject,
  storeSubject,
  type Value,
} from './subjects.ts';
import type { Order, Person, Product, Staff, Store, World } from './world.ts';

/** What a rule is read against besides the person. */
export interface Reading {
  settings: Settings;
  asOf: Date;
  /** All there is; rules that go from stores, staff or products to orders need it. */
  world?: World;
  /** Saved rules by id and by name. */
  segments?: ReadonlyMap<string, Rule>;
  /** Saved parts of rules by name. */
  fragments?: ReadonlyMap<string, Rule>;
  /** What only the running system knows of a person. */
  stored?: (person: Person) => { id: string; createdAt: Date };
}

/** Whether a rule holds for a person, read straight from the meaning of the language. */
export function evaluate(rule: Rule, person: Person, reading: Reading): boolean {
  return holds(rule, customerSubject(person, reading), reading);
}

/** The same for the objects that have lists of their own. */
export const evaluateOrder = (rule: Rule, order: Order, reading: Reading): boolean =>
  holds(rule, orderSubject(order, reading), reading);
export const evaluateStore = (rule: Rule, store: Store, reading: Reading): boolean =>
  holds(rule, storeSubject(store, reading), reading);
export const evaluateStaff = (rule: Rule, staff: Staff, reading: Reading): boolean =>
  holds(rule, staffSubject(staff, reading), reading);
export const evaluateProduct = (rule: Rule, product: Product, reading: Reading): boolean =>
  holds(rule, productSubject(product, reading), reading);

function holds(rule: Rule, subject: Subject, reading: Reading): boolean {
  switch (rule.kind) {
    case 'And':
      return rule.rules.every((part) => holds(part, subject, reading));
    case 'Or':
      return rule.rules.some((part) => holds(part, subject, reading));
    case 'Not':
      return !holds(rule.rule, subject, reading);
    case 'Compare':
      return compares(rule, valueAt(subject, rule.path), reading);
    case 'Relation':
      return relates(rule, subject, reading);
    case 'InSegment': {
      const saved = reading.segments?.get(rule.segment);
      if (!saved) throw new Error(`there is no segment ${rule.segment}`);
      return holds(saved, subject, reading);
    }
    case 'Matches':
      return holds(filledIn(rule, reading), subject, reading);
    case 'CompareFields':
      return comparesFields(rule, subject, reading);
    case 'CompareParameter':
      throw new Error(`nobody gave $${rule.parameter}`);
    case 'Rank':
      return ranked(rule, scopeOf(subject), reading).has(keyOf(subject));
    case 'Sequence':
      return happens(rule.steps, subject, null, reading);
    case 'At': {
      const there = objectAt(subject, rule.path);
      return there !== null && holds(rule.rule, there, reading);
    }
  }
}

/** What a fragment says, its parameters replaced by what is given. */
function filledIn({ fragment, values }: Matches, { fragments }: Reading): Rule {
  const saved = fragments?.get(fragment);
  if (!saved) throw new Error(`there is no fragment ${fragment}`);
  const replace = (key: string, part: unknown): unknown => {
    if (['value', 'within', 'size'].includes(key) && typeof part === 'string' && part.startsWith('$'))
      return String(values[part.slice(1)]);
    if (typeof part !== 'object' || part === null || !('parameter' in part)) return part;
    const { parameter, ...rest } = part as { parameter: string };
    return { ...rest, kind: 'Compare', value: values[parameter] };
  };
  return JSON.parse(JSON.stringify(saved), (key, part) => replace(key, part)) as Rule;
}

/** The keys of those who are in a rank: everyone of the kind is sorted, equals by key. */
function ranked(rule: Rank, scope: RankedScope, reading: Reading): ReadonlySet<string> {
  const { world } = reading;
  if (!world) throw new Error('a rank needs the whole world');
  const cache = ranks.get(world) ?? new Map<string, ReadonlySet<string>>();
  ranks.set(world, cache);
  const question = JSON.stringify([scope, reading.asOf, rule]);
  const known = cache.get(question);
  if (known) return known;
  const { among, by, side, size, unit } = rule;
  const figures = everyOf(scope, world, reading)
    .filter((one) => among === null || holds(among, one, reading))
    .map((one) => ({
      key: keyOf(one),
      figure: by.kind === 'Value' ? valueAt(one, by.path) : measured(by, one, reading),
    }))
    .filter(({ figure }) => figure !== null)
    .sort((left, right) => compareKeys(left.key, right.key))
    .sort((left, right) => (side === 'top' ? -1 : 1) * compareFigures(left.figure, right.figure));
  const count =
    unit === 'objects' ? Number(size) : Big(size).times(figures.length).div(100).round(0, Big.roundUp).toNumber();
  const found = new Set(figures.slice(0, count).map(({ key }) => key));
  cache.set(question, found);
  return found;
}

const ranks = new WeakMap<World, Map<string, ReadonlySet<string>>>();
type RankedScope = 'customer' | 'order' | 'store' | 'staff' | 'product';

function everyOf(scope: RankedScope, world: World, reading: Reading): Subject[] {
  switch (scope) {
    case 'customer':
      return world.persons.map((one) => customerSubject(one, reading));
    case 'order':
      return [...world.orders.values()].map((one) => orderSubject(one, reading));
    case 'store':
      return [...world.stores.values()].map((one) => storeSubject(one, reading));
    case 'staff':
      return [...world.staff.values()].map((one) => staffSubject(one, reading));
    case 'product':
      return [...world.products.values()].map((one) => productSubject(one, reading));
  }
}

/** What kind of thing it is, by the name that only this kind has. */
function scopeOf(subject: Subject): RankedScope {
  if ('sku' in subject) return 'product';
  if ('number' in subject) return 'order';
  if ('title' in subject) return 'staff';
  return 'code' in subject ? 'store' : 'customer';
}

function keyOf(subject: Subject): string {
  return String(
    subject.sku ??
      (subject.number === undefined ? undefined : `${subject.source}|${subject.number}`) ??
      subject.code ??
      subject.id,
  );
}

const compareKeys = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function compareFigures(left: Value, right: Value): number {
  if (typeof left === 'string') return compareKeys(left, String(right));
  if (left instanceof Date) return millis(left) - millis(right as Date);
  return Big(left as Big).cmp(Big(right as Big));
}

/** A measure without a bound; null where it is missing. */
function measured(by: RankMeasure, subject: Subject, reading: Reading): Big | null {
  const related = relatedOf(by, subject);
  const { where } = by;
  const selected = where === null ? related : related.filter((one) => holds(where, one, reading));
  if (by.measure === 'share') return related.length === 0 ? null : Big(selected.length * 100).div(related.length);
  if (by.measure !== 'average') return figureOf(by, selected);
  const values = valuesOf(by, selected);
  return values.length === 0 ? null : sumOf(values).div(values.length);
}

/** Whether the steps follow each other, the first of them after `before` (any time when null). */
function happens(
  [step, ...rest]: readonly SequenceStep[],
  subject: Subject,
  before: Date | null,
  reading: Reading,
): boolean {
  if (!step) return true;
  const { where, within, absent } = step;
  const timeOf = (one: Subject) => one[step.relation === 'events' ? 'occurredAt' : 'placedAt'] as Date;
  const end = before && within ? countOn(before, within, reading.settings.timeZone) : null;
  const found = relatedOf(step, subject).filter(
    (one) =>
      (before === null || millis(timeOf(one)) > millis(before)) &&
      (end === null || millis(timeOf(one)) <= end) &&
      (where === null || holds(where, one, reading)),
  );
  if (absent) return found.length === 0 && (end === null || end <= millis(reading.asOf));
  return found.some((one) => happens(rest, subject, timeOf(one), reading));
}

/** The object at the end of a path; null when there is none. */
function objectAt(subject: Subject, path: readonly string[]): Subject | null {
  return valueAt(subject, path) as Subject | null;
}

/** Two values compare as one would with the other written down. */
function comparesFields({ path, operator, other }: CompareFields, subject: Subject, reading: Reading): boolean {
  const [left, right] = [valueAt(subject, path), valueAt(subject, other)];
  if (left === null || right === null) return false;
  const written =
    right instanceof Date ? right.toISOString() : right instanceof Big ? right.toFixed() : (right as string);
  if (operator === 'ne') return !matches('eq', left as Scalar, written, reading);
  return matches(operator, left as Scalar, written, reading);
}

/** The value at the end of a path; a missing object on the way makes it missing. */
function valueAt(subject: Subject, path: readonly string[]): Value {
  const [field, ...rest] = path as [string, ...string[]];
  const value = subject[field];
  if (value === undefined) throw new Error(`nothing here is called ${field}`);
  if (rest.length === 0) return value as Value;
  return value === null ? null : valueAt(value as Subject, rest);
}

function compares({ operator, value: expected }: Compare, actual: Value, reading: Reading): boolean {
  if (operator.startsWith('has')) return actual !== null && tagged(operator, actual as readonly string[], expected);
  const values: readonly Scalar[] = actual === null ? [] : Array.isArray(actual) ? actual : [actual as Scalar];
  const known = values.length > 0;
  switch (operator) {
    case 'known':
      return known;
    case 'unknown':
      return !known;
    case 'ne':
      return known && !values.some((value) => matches('eq', value, expected as string | number, reading));
    case 'in':
      return (expected as readonly (string | number)[]).some((one) =>
        values.some((value) => matches('eq', value, one, reading)),
      );
    case 'notIn':
      return (
        known &&
        !(expected as readonly (string | number)[]).some((one) =>
          values.some((value) => matches('eq', value, one, reading)),
        )
      );
    case 'notWithin':
      return !values.some((value) => matches('within', value, expected as string, reading));
    default:
      return values.some((value) => matches(operator, value, expected as string | number, reading));
  }
}

function matches(operator: string, actual: Scalar, expected: string | number, reading: Reading): boolean {
  if (actual instanceof Date) return matchesInstant(operator, actual, String(expected), reading);
  if (typeof actual !== 'string') return matchesNumber(operator, Big(actual), Big(expected));
  const [text, other] = [actual.normalize('NFKC'), String(expected).normalize('NFKC')];
  switch (operator) {
    case 'anniversaryWithin':
      return comesAgain(text, other, reading); // a calendar date
    case 'eq':
      return text === other;
    case 'contains':
      return text.toLowerCase().includes(other.toLowerCase());
    case 'startsWith':
      return text.toLowerCase().startsWith(other.toLowerCase());
    case 'before':
      return text < other; // calendar dates
    case 'after':
      return text > other;
    default:
      throw new Error(`${operator} does not compare text`);
  }
}

/** Whether a day, in a later year, lies in the days from today on. Without 29 February in that year it is the 28th. */
function comesAgain(day: string, duration: string, { asOf, settings }: Reading): boolean {
  const today = Temporal.Instant.fromEpochMilliseconds(asOf.getTime())
    .toZonedDateTimeISO(settings.timeZone)
    .toPlainDate();
  const ends = [today.add(duration), today.add({ years: 1 })].sort(Temporal.PlainDate.compare);
  const born = Temporal.PlainDate.from(day);
  return [today.year, today.year + 1].some((year) => {
    const again = born.with({ year });
    const lies =
      Temporal.PlainDate.compare(today, again) <= 0 &&
      Temporal.PlainDate.compare(again, ends[0] as Temporal.PlainDate) <= 0;
    return lies && year > born.year;
  });
}

function matchesInstant(operator: string, actual: Date, expected: string, reading: Reading): boolean {
  const { asOf, settings } = reading;
  if (operator === 'anniversaryWithin') {
    const there = Temporal.Instant.fromEpochMilliseconds(actual.getTime()).toZonedDateTimeISO(settings.timeZone);
    return comesAgain(there.toPlainDate().toString(), expected, reading);
  }
  if (operator === 'before') return millis(actual) < millis(expected);
  if (operator === 'after') return millis(actual) > millis(expected);
  if (operator !== 'within') throw new Error(`${operator} does not compare instants`);
  return millis(actual) > countBack(asOf, expected, settings.timeZone) && millis(actual) <= millis(asOf);
}

function matchesNumber(operator: string, actual: Big, expected: Big): boolean {
  switch (operator) {
    case 'eq':
      return actual.eq(expected);
    case 'ne':
      return !actual.eq(expected);
    case 'lt':
      return actual.lt(expected);
    case 'lte':
      return actual.lte(expected);
    case 'gt':
      return actual.gt(expected);
    case 'gte':
      return actual.gte(expected);
    default:
      throw new Error(`${operator} does not compare numbers`);
  }
}

function tagged(operator: string, tags: readonly string[], expected: Compare['value']): boolean {
  const asked = (Array.isArray(expected) ? expected : [expected]).map((tag) => String(tag).normalize('NFKC'));
  const held = new Set(tags.map((tag) => tag.normalize('NFKC')));
  if (operator === 'hasAll') return asked.every((tag) => held.has(tag));
  if (operator === 'hasNone') return !asked.some((tag) => held.has(tag));
  return asked.some((tag) => held.has(tag));
}

/** Takes the related objects that `where` selects, then compares how many they are and what they come to. */
function relates(rule: Relation, subject: Subject, reading: Reading): boolean {
  const related = relatedOf(rule, subject);
  const { where } = rule;
  const selected = where === null ? related : related.filter((one) => holds(where, one, reading));
  const counted = rule.measures.some(({ measure }) => measure === 'count' || measure === 'share');
  return (counted || selected.length > 0) && rule.measures.every((measure) => measures(measure, selected, related));
}

function relatedOf({ relation }: Pick<Relation, 'relation'>, subject: Subject): readonly Subject[] {
  const related = subject[relation] as readonly Subject[] | undefined;
  if (!related) throw new Error(`nothing here is called ${relation}`);
  return related;
}

function measures(measure: Measure, selected: readonly Subject[], related: readonly Subject[]): boolean {
  const { operator, value } = measure;
  const bound = Big(value);
  const isBound = (figure: Big | null) => figure !== null && matchesNumber(operator, figure, bound);
  // fractions are compared without dividing
  if (measure.measure === 'share') {
    return related.length > 0 && matchesNumber(operator, Big(selected.length * 100), bound.times(related.length));
  }
  if (measure.measure === 'average') {
    const values = valuesOf(measure, selected);
    return values.length > 0 && matchesNumber(operator, sumOf(values), bound.times(values.length));
  }
  return isBound(figureOf(measure, selected));
}

/** A figure of objects; null for a minimum or maximum of none. Averages and shares: see `measures`. */
function figureOf(measure: Pick<Measure, 'measure' | 'of'>, selected: readonly Subject[]): Big | null {
  switch (measure.measure) {
    case 'count':
      return Big(selected.length);
    case 'total':
      return sumOf(selected.map((one) => one.netTotal as Big));
    case 'quantity':
      return sumOf(selected.map((one) => Big(one.quantity as number)));
    case 'sum':
      return sumOf(valuesOf(measure, selected));
    case 'distinct':
      return Big(new Set(knownOf(measure, selected).map((value) => JSON.stringify(value))).size);
    case 'minimum':
    case 'maximum': {
      const sorted = valuesOf(measure, selected).sort((left, right) => left.cmp(right));
      return (measure.measure === 'minimum' ? sorted[0] : sorted.at(-1)) ?? null;
    }
    default:
      throw new Error(`${measure.measure} is not one number`);
  }
}

/** The values that are there; an empty list is not. */
function knownOf({ of = [] }: Pick<Measure, 'of'>, selected: readonly Subject[]): Value[] {
  return selected
    .map((one) => valueAt(one, of))
    .filter((value) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map((value) => (typeof value === 'string' ? value.normalize('NFKC') : value));
}

const valuesOf = (measure: Pick<Measure, 'of'>, selected: readonly Subject[]): Big[] =>
  knownOf(measure, selected).map((value) => Big(value as Big));

const sumOf = (values: readonly Big[]): Big => values.reduce((sum, one) => sum.plus(one), Big(0));
