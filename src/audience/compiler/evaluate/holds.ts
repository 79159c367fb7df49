import type { HopName } from '../model.ts';
import type { Condition, MeasureTest } from '../plan.ts';
import { judged } from './can-judge.ts';
import { difference, fit, leafTest } from './leaf-test.ts';

/** An object as it was read: properties as the graph has them, steps as lists of objects. */
export interface Facts {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly steps: Readonly<Partial<Record<HopName, readonly Facts[]>>>;
}

/** Whether a condition holds of an object that is at hand at an instant; none: at that of the condition. */
export type Test = (facts: Facts, asOf?: Date) => boolean;

const made = new WeakMap<Condition, Test>();

/**
 * Makes of a condition a function that tells whether it holds: the same answer as the compiled statement gives, without asking the
 * graph for each condition. Two-valued like the plan itself: what is missing makes a comparison false. Made once for a condition,
 * whatever the instants that it is asked for.
 */
export function testOf(condition: Condition): Test {
  const known = made.get(condition);
  if (known) return known;
  const test = makeTest(condition);
  made.set(condition, test);
  return test;
}

function makeTest(condition: Condition): Test {
  switch (condition.kind) {
    case 'Constant':
      return () => condition.value;
    case 'All': {
      const tests = condition.conditions.map(testOf);
      return (facts, asOf) => tests.every((test) => test(facts, asOf));
    }
    case 'Any': {
      const tests = condition.conditions.map(testOf);
      return (facts, asOf) => tests.some((test) => test(facts, asOf));
    }
    case 'Negation': {
      const test = testOf(condition.condition);
      return (facts, asOf) => !test(facts, asOf);
    }
    case 'Reach': {
      const test = testOf(condition.condition);
      return ({ steps }, asOf) => (steps[condition.hop] ?? []).some((object) => test(object, asOf));
    }
    case 'Related': {
      const test = testOf(condition.condition);
      const { hop, tests } = condition;
      if (tests.length === 0) return ({ steps }, asOf) => (steps[hop] ?? []).some((object) => test(object, asOf));
      const measures = tests.map(measureTest);
      return ({ steps }, asOf) => {
        const objects = (steps[hop] ?? []).filter((object) => test(object, asOf));
        return measures.every((measure) => measure(objects));
      };
    }
    case 'Anniversary':
    case 'Elapsed':
    case 'FieldComparison':
    case 'Followed':
    case 'Share':
    case 'Habit':
    case 'Found':
      throw asked(condition.kind);
    default: {
      const test = leafTest(condition);
      const { property } = condition;
      return ({ properties }, asOf) => test(properties[property] ?? null, asOf);
    }
  }
}

const asked = (what: string) => new Error(`${what} is asked of the graph, see canJudge`);

function measureTest({ figure, operator, value }: MeasureTest): (objects: readonly Facts[]) => boolean {
  if (figure.kind !== 'Count' && figure.kind !== 'Sum') throw asked(figure.kind);
  const [fits, bound] = [fit[operator], BigInt(value)];
  if (figure.kind === 'Count') return (objects) => fits(difference<number | bigint>(objects.length, bound));
  const { property } = figure.of;
  return (objects) => fits(difference(sum(objects, property), bound));
}

function sum(objects: readonly Facts[], property: string): bigint {
  return objects.reduce((total, { properties }) => total + BigInt((properties[property] ?? 0) as number), 0n);
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
      return testOf(condition)({ properties, steps: {} });
  }
}
