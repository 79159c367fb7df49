import { Big } from 'big.js';
import type { Matches, Rank, RankMeasure, Relation, Rule, SequenceStep } from '../../../src/audience/rules/tree.ts';
import { compares, comparesFields, type Moment, objectAt, valueAt } from './compare-values.ts';
import { figureOf, measures, relatedOf, sumOf, valuesOf } from './measure-related.ts';
import { countOn, millis } from './settings.ts';
import {
  customerSubject,
  orderSubject,
  productSubject,
  type Subject,
  staffSubject,
  storeSubject,
  type Value,
} from './subjects.ts';
import type { Order, Person, Product, Staff, Store, World } from './world.ts';

/** What a rule is read against besides the person. */
export interface Reading extends Moment {
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

/** Takes the related objects that `where` selects, then compares how many they are and what they come to. */
function relates(rule: Relation, subject: Subject, reading: Reading): boolean {
  const related = relatedOf(rule, subject);
  const { where } = rule;
  const selected = where === null ? related : related.filter((one) => holds(where, one, reading));
  const counted = rule.measures.some(({ measure }) => measure === 'count' || measure === 'share');
  return (counted || selected.length > 0) && rule.measures.every((measure) => measures(measure, selected, related));
}
