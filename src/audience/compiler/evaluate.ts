import { readTerm } from '../../intake/records/tag-term.ts';
import type { Scope } from '../rules/index.ts';
import { type HopName, hopOf } from './model.ts';
import type { Anniversary, ComparisonOperator, Condition, Leaf, MeasureTest, PlanValue } from './plan.ts';

/** An object as it was read: properties as the graph has them, steps as lists of objects. */
export interface Facts {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly steps: Readonly<Partial<Record<HopName, readonly Facts[]>>>;
}

// What is not judged here is asked of the graph instead; a new kind of condition does not type-check before it is in this list.
const judged: Readonly<Record<Condition['kind'], boolean>> = {
  ...{ Constant: true, All: true, Any: true, Negation: true, Reach: true, Related: true },
  ...{ Comparison: true, OneOf: true, TextMatch: true, Known: true, Flag: true },
  ...{ ListHolds: true, TermHolds: true, ListTextMatch: true, ListKnown: true },
  ...{
    Anniversary: false,
    Elapsed: false,
    FieldComparison: false,
    Followed: false,
    Share: false,
    Habit: false,
    Found: false,
  },
};

/** Steps that `facts.store` reads. */
const steps: readonly string[] = [
  ...['customer.orders', 'customer.events', 'customer.identifiers', 'customer.devices', 'order.store', 'order.staff'],
  ...['order.lines', 'line.product', 'staff.store', 'staff.manager', 'event.store', 'event.product'],
];
/** Reckoned when read, not kept. */
const reckoned: readonly string[] = ['lineValueMinor'];

/** Whether `holds` can judge the condition of an object of the scope, with all that is in it. */
export function canJudge(condition: Condition, scope: Scope = 'customer'): boolean {
  if (!judged[condition.kind]) return false;
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.conditions.every((part) => canJudge(part, scope));
    case 'Negation':
      return canJudge(condition.condition, scope);
    case 'Reach':
    case 'Related': {
      if (!steps.includes(`${scope}.${condition.hop}`)) return false;
      if (condition.kind === 'Related' && !condition.tests.every(isCounted)) return false;
      return canJudge(condition.condition, hopOf(scope, condition.hop).to);
    }
    case 'Comparison':
      return condition.value.type !== 'decimal' && !reckoned.includes(condition.property);
    default:
      return !('property' in condition && reckoned.includes(condition.property));
  }
}

function isCounted({ figure }: MeasureTest): boolean {
  if (figure.kind === 'Count') return true;
  return figure.kind === 'Sum' && figure.of.path.length === 0 && !reckoned.includes(figure.of.property);
}

/**
 * Whether a condition holds of an object that is at hand: the same answer as the compiled statement gives, without asking the
 * graph for each condition. Two-valued like the plan itself: what is missing makes a comparison false.
 */
export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.kind) {
    case 'Constant':
      return condition.value;
    case 'All':
      return condition.conditions.every((part) => holds(part, facts));
    case 'Any':
      return condition.conditions.some((part) => holds(part, facts));
    case 'Negation':
      return !holds(condition.condition, facts);
    case 'Reach':
      return (facts.steps[condition.hop] ?? []).some((object) => holds(condition.condition, object));
    case 'Related': {
      const objects = (facts.steps[condition.hop] ?? []).filter((object) => holds(condition.condition, object));
      if (condition.tests.length === 0) return objects.length > 0;
      return condition.tests.every((test) => passes(test, objects));
    }
    case 'Anniversary':
    case 'Elapsed':
    case 'FieldComparison':
    case 'Followed':
    case 'Share':
    case 'Habit':
    case 'Found':
      throw asked(condition.kind);
    default:
      return leafHolds(condition, facts.properties[condition.property] ?? null);
  }
}

/**
 * Whether a condition holds of an object of which only some properties are at hand: null where what is missing decides. What they
 * settle need not be asked of the graph.
 */
export function holdsByProperties(condition: Condition, properties: Readonly<Record<string, unknown>>): boolean | null {
  const inner = (part: Condition) => holdsByProperties(part, properties);
  switch (condition.kind) {
    case 'Constant':
      return condition.value;
    case 'All':
    case 'Any': {
      const settles = condition.kind === 'Any';
      const verdicts = condition.conditions.map(inner);
      if (verdicts.includes(settles)) return settles;
      return verdicts.includes(null) ? null : !settles;
    }
    case 'Negation': {
      const verdict = inner(condition.condition);
      return verdict === null ? null : !verdict;
    }
    default:
      if (!('property' in condition) || !judged[condition.kind] || !Object.hasOwn(properties, condition.property))
        return null;
      return holds(condition, { properties, steps: {} });
  }
}

const asked = (what: string) => new Error(`${what} is asked of the graph, see canJudge`);

function leafHolds(leaf: Exclude<Leaf, Anniversary>, value: unknown): boolean {
  switch (leaf.kind) {
    case 'Comparison':
      return value !== null && compare(leaf.operator, order(value, leaf.value));
    case 'OneOf': {
      if (value === null) return false;
      const { type, values } = leaf.values;
      return values.some((one) => order(value, { type, value: one }) === 0) === leaf.among;
    }
    case 'TextMatch':
      return value !== null && matches(value as string, leaf.match, leaf.text);
    case 'Known':
      return value !== null;
    case 'Flag':
      return value === true;
    case 'ListHolds': {
      const list = (value ?? []) as readonly string[];
      return leaf.quantifier === 'any'
        ? leaf.values.some((one) => list.includes(one))
        : leaf.values.every((one) => list.includes(one));
    }
    case 'TermHolds':
      return ((value ?? []) as readonly string[]).map(readTerm).some(({ tag, until }) => {
        return leaf.values.includes(tag) && until > new Date(leaf.asOf);
      });
    case 'ListTextMatch':
      return ((value ?? []) as readonly string[]).some((element) => matches(element, leaf.match, leaf.text));
    case 'ListKnown':
      return ((value ?? []) as readonly string[]).length > 0;
  }
}

function passes({ figure, operator, value }: MeasureTest, objects: readonly Facts[]): boolean {
  if (figure.kind !== 'Count' && figure.kind !== 'Sum') throw asked(figure.kind);
  const found = figure.kind === 'Count' ? BigInt(objects.length) : sum(objects, figure.of.property);
  return compare(operator, difference(found, BigInt(value)));
}

function sum(objects: readonly Facts[], property: string): bigint {
  return objects.reduce((total, { properties }) => total + BigInt((properties[property] ?? 0) as number), 0n);
}

/** Below 0, 0 or above it: how a stored value stands to one of a rule. */
function order(stored: unknown, { type, value }: PlanValue): number {
  switch (type) {
    case 'text':
    case 'date':
      return difference(stored as string, value);
    case 'whole':
      return difference(BigInt(stored as number), BigInt(value));
    case 'instant':
      return (stored as Date).getTime() - Date.parse(value);
    case 'decimal':
      throw asked(type);
  }
}

function difference<T extends bigint | string>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function compare(operator: ComparisonOperator, sign: number): boolean {
  switch (operator) {
    case '=':
      return sign === 0;
    case '<>':
      return sign !== 0;
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
  }
}

function matches(text: string, match: 'contains' | 'startsWith', part: string): boolean {
  const [whole, sought] = [text.toLowerCase(), part.toLowerCase()];
  return match === 'contains' ? whole.includes(sought) : whole.startsWith(sought);
}
