import { type HopName, hopOf } from '../../compiler/model.ts';
import type { Condition } from '../../compiler/plan.ts';
import type { Scope } from '../../rules/index.ts';

/** Objects of a scope whose property lies between two values, both included: what the passing of time may have changed. */
export interface ClockRange {
  readonly scope: Scope;
  readonly property: string;
  readonly type: 'instant' | 'date';
  readonly from: string;
  readonly to: string;
}

/**
 * Compares what a rule means at two instants: where only the bound of a comparison moved, it changed its answer just for the
 * objects whose value lies between the bounds. Null where more than such bounds differ: then nobody is known to be untouched.
 */
export function rangesBetween(before: Condition, after: Condition, scope: Scope = 'customer'): ClockRange[] | null {
  if (before === after) return [];
  if (before.kind !== after.kind) return null;
  if ((before.kind === 'All' || before.kind === 'Any') && (after.kind === 'All' || after.kind === 'Any'))
    return ofParts(before.conditions, after.conditions, scope);
  if (before.kind === 'Negation' && after.kind === 'Negation')
    return rangesBetween(before.condition, after.condition, scope);
  if (before.kind === 'Comparison' && after.kind === 'Comparison') {
    const { property, operator, value } = before;
    if (property !== after.property || operator !== after.operator || value.type !== after.value.type) return null;
    if (value.value === after.value.value) return [];
    if (value.type !== 'instant' && value.type !== 'date') return null;
    // RFC 3339 in UTC and calendar dates: as text in the order of time
    const [from, to] = [value.value, after.value.value].sort() as [string, string];
    return [{ scope, property, type: value.type, from, to }];
  }
  if (isStep(before) && isStep(after) && sameButInside(before, after))
    return rangesBetween(before.condition, after.condition, hopOf(scope, before.hop).to);
  return JSON.stringify(before) === JSON.stringify(after) ? [] : null;
}

type Step = Condition & { readonly hop: HopName; readonly condition: Condition };

const isStep = (condition: Condition): condition is Step => 'hop' in condition && 'condition' in condition;

function sameButInside(before: Step, after: Step): boolean {
  return JSON.stringify({ ...before, condition: null }) === JSON.stringify({ ...after, condition: null });
}

function ofParts(before: readonly Condition[], after: readonly Condition[], scope: Scope): ClockRange[] | null {
  if (before.length !== after.length) return null;
  const ranges: ClockRange[] = [];
  for (const [index, part] of before.entries()) {
    const found = rangesBetween(part, after[index] as Condition, scope);
    if (found === null) return null;
    ranges.push(...found);
  }
  return ranges;
}
