import type { Condition, Constant, MeasureTest } from './plan.ts';

export const always: Constant = { kind: 'Constant', value: true };
export const never: Constant = { kind: 'Constant', value: false };

/** All of them; one alone stands for itself. */
export function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return always;
  return conditions.length === 1 ? (conditions[0] as Condition) : { kind: 'All', conditions };
}

/** At least one of them; one alone stands for itself. */
export function any(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return never;
  return conditions.length === 1 ? (conditions[0] as Condition) : { kind: 'Any', conditions };
}

export function not(condition: Condition): Condition {
  return { kind: 'Negation', condition };
}

export const isAlways = (condition: Condition) => condition.kind === 'Constant' && condition.value;
export const isNever = (condition: Condition) => condition.kind === 'Constant' && !condition.value;

/** The conditions that must all hold; none for one that always does. */
export function conjunctsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'All') return condition.conditions;
  return isAlways(condition) ? [] : [condition];
}

/** Whether the tests fail where there is no object, so that objects may be looked up from the other end. */
export function needsOne(tests: readonly MeasureTest[]): boolean {
  return tests.length === 0 || tests.some((test) => !holdsOfNone(test));
}

/** Whether the test passes where there is no object: how many and sum are both 0, the others missing. */
export function holdsOfNone({ figure, operator, value }: MeasureTest): boolean {
  if (figure.kind === 'Average' || figure.kind === 'Minimum' || figure.kind === 'Maximum') return false;
  const bound = BigInt(value);
  switch (operator) {
    case '=':
      return bound === 0n;
    case '<>':
      return bound !== 0n;
    case '<':
      return bound > 0n;
    case '<=':
      return bound >= 0n;
    case '>':
      return bound < 0n;
    case '>=':
      return bound <= 0n;
  }
}
