import { Big } from 'big.js';
import type { Compare, Measure, Relation, Rule } from '../../../src/audience/rules/tree.ts';
import { stageAt } from './figures.ts';
import { countBack, millis, type Settings } from './settings.ts';
import type { Event, Line, Order, Person, Product, Staff, Store } from './world.ts';

/** What a rule is read against besides the person. */
export interface Reading {
  settings: Settings;
  asOf: Date;
  /** Saved rules by id and by name. */
  segments?: ReadonlyMap<string, Rule>;
  /** What only the running system knows of a person. */
  stored?: (person: Person) => { id: string; createdAt: Date };
}

type Scalar = string | number | Big | Date;
type Value = Scalar | readonly string[] | null;
/** One object that a rule speaks of: a field is a value, another object, or several related ones. */
type Subject = { readonly [field: string]: Value | Subject | readonly Subject[] };

/** Whether a rule holds for a person, read straight from the meaning of the language. */
export function evaluate(rule: Rule, person: Person, reading: Reading): boolean {
  return holds(rule, customerSubject(person, reading), reading);
}

/** The same for the objects that have lists of their own. */
export const evaluateOrder = (rule: Rule, order: Order, reading: Reading): boolean =>
  holds(rule, orderSubject(order), reading);
export const evaluateStore = (rule: Rule, store: Store, reading: Reading): boolean =>
  holds(rule, { ...store }, reading);
export const evaluateStaff = (rule: Rule, staff: Staff, reading: Reading): boolean =>
  holds(rule, staff as unknown as Subject, reading);
export const evaluateProduct = (rule: Rule, product: Product, reading: Reading): boolean =>
  holds(rule, { ...product }, reading);

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
  }
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

function matchesInstant(operator: string, actual: Date, expected: string, { asOf, settings }: Reading): boolean {
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

/** Takes the related objects that `where` selects, then compares how many they are and what they sum to. */
function relates(rule: Relation, subject: Subject, reading: Reading): boolean {
  const related = subject[rule.relation] as readonly Subject[] | undefined;
  if (!related) throw new Error(`nothing here is called ${rule.relation}`);
  const { where } = rule;
  const selected = where === null ? related : related.filter((one) => holds(where, one, reading));
  const counted = rule.measures.some(({ measure }) => measure === 'count');
  return (counted || selected.length > 0) && rule.measures.every((measure) => measures(measure, selected));
}

function measures({ measure, operator, value }: Measure, selected: readonly Subject[]): boolean {
  const amounts = selected.map((one) =>
    measure === 'count' ? Big(1) : Big((measure === 'total' ? one.net : one.quantity) as Big),
  );
  return matchesNumber(
    operator,
    amounts.reduce((sum, amount) => sum.plus(amount), Big(0)),
    Big(value),
  );
}

function customerSubject(person: Person, reading: Reading): Subject {
  const orders = person.orderObjects.map(orderSubject);
  return {
    ...(reading.stored?.(person) ?? {}),
    displayName: person.displayName,
    gender: person.gender,
    city: person.city,
    province: person.province,
    country: person.country,
    birthDate: person.birthDate,
    language: person.language,
    tags: person.tags,
    lifecycleStage: stageAt(person, reading.asOf, reading.settings),
    purchaseCount: person.purchaseCount,
    totalSpent: person.totalSpent,
    averagePurchaseValue: person.averagePurchaseValue,
    firstPurchaseAt: person.firstPurchaseAt,
    lastPurchaseAt: person.lastPurchaseAt,
    lastSeenAt: person.lastSeenAt,
    orders,
    purchases: orders.filter((_, index) => person.orderObjects[index]?.isPurchase),
    events: person.eventObjects.map(eventSubject),
    identifiers: person.identifiers.map(({ kind, scope }) => ({ kind, scope: scope === '' ? null : scope })),
    devices: person.devices.map(({ platform, model }) => ({ platform, model })),
  };
}

function orderSubject(order: Order): Subject {
  const { source, number, placedAt, status, channel, promotion, total, net } = order;
  const [store, staff] = [order.store as Subject | null, order.staff as Subject | null];
  return {
    source,
    number,
    placedAt,
    status,
    channel,
    promotion,
    total,
    net,
    store,
    staff,
    lines: order.lines.map(lineSubject),
  };
}

function lineSubject({ product, quantity, unitPrice }: Line): Subject {
  return { product: { ...product }, quantity, unitPrice };
}

function eventSubject({ source, name, occurredAt, channel, store, product }: Event): Subject {
  return { source, name, occurredAt, channel, store: store as Subject | null, product: product as Subject | null };
}
