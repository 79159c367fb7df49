import { FOR_GOOD } from '../../../intake/records/tag-term.ts';
import { subtractDuration } from '../../../platform/time.ts';
import { type HopName, hopOf } from '../../compiler/model.ts';
import type { Condition, Elapsed, Span, TermHolds } from '../../compiler/plan.ts';
import type { Scope } from '../../rules/index.ts';

/** Objects of a scope whose property lies between two values, both included: what the passing of time may have changed. */
export interface ClockRange {
  readonly scope: Scope;
  readonly property: string;
  readonly type: 'instant' | 'date';
  readonly from: string;
  readonly to: string;
  /** Of those only the objects with a tag that ended after `from` and not after `to`. */
  readonly terms?: { readonly from: string; readonly to: string };
  /** Of those only the objects for which the span from their instant on ended after `from` and not after `to`. */
  readonly ended?: { readonly span: Span; readonly from: string; readonly to: string };
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
  if (before.kind === 'TermHolds' && after.kind === 'TermHolds') return ofTerms(before, after, scope);
  if (before.kind === 'Elapsed' && after.kind === 'Elapsed') return ofElapsed(before, after, scope);
  if (before.kind === 'Share' && after.kind === 'Share' && sameButInside(before, after)) {
    const to = hopOf(scope, before.hop).to;
    return ofParts([before.among, before.condition], [after.among, after.condition], to);
  }
  if (isStep(before) && isStep(after) && sameButInside(before, after))
    return rangesBetween(before.condition, after.condition, scopeBehind(before, scope));
  return JSON.stringify(before) === JSON.stringify(after) ? [] : null;
}

type Step = Condition & { readonly hop: HopName; readonly condition: Condition };

const isStep = (condition: Condition): condition is Step => 'hop' in condition && 'condition' in condition;

function sameButInside(before: Step, after: Step): boolean {
  const isInside = (name: string) => name === 'condition' || name === 'among';
  return Object.entries(before).every(([name, value]) => isInside(name) || isSame(value, after[name as keyof Step]));
}

// what the clock does not move is the same object
const isSame = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other);

/** What follows an order or event is the same customer's. */
function scopeBehind(step: Step, scope: Scope): Scope {
  return hopOf(step.kind === 'Followed' ? 'customer' : scope, step.hop).to;
}

/** Days that calendars can move an instant by when a span is added instead of taken off: short months, and changes of the clock. */
const CALENDAR_MS = 4 * 86_400_000;

/** The span ran out in between, for instants about so long ago: an index gives some days more on either side, and `ended` is exact. */
function ofElapsed(before: Elapsed, after: Elapsed, scope: Scope): ClockRange[] | null {
  const { property, span } = before;
  if (property !== after.property || JSON.stringify(span) !== JSON.stringify(after.span)) return null;
  if (before.asOf === after.asOf) return [];
  const back = (asOf: string) => subtractDuration(new Date(asOf), span.duration, span.timeZone);
  const [early, late] = [back(before.asOf), back(after.asOf)].sort((one, other) => one.getTime() - other.getTime());
  const from = new Date((early as Date).getTime() - CALENDAR_MS).toISOString();
  const to = new Date((late as Date).getTime() + CALENDAR_MS).toISOString();
  const [earlier, later] = [before.asOf, after.asOf].sort() as [string, string];
  return [{ scope, property, type: 'instant', from, to, ended: { span, from: earlier, to: later } }];
}

/** Tags that ended in between: an index gives all whose last one had not ended before, and `terms` is exact. */
function ofTerms(before: TermHolds, after: TermHolds, scope: Scope): ClockRange[] | null {
  if (JSON.stringify({ ...before, asOf: '' }) !== JSON.stringify({ ...after, asOf: '' })) return null;
  if (before.asOf === after.asOf) return [];
  const [from, to] = [before.asOf, after.asOf].sort() as [string, string];
  return [{ scope, property: 'tagsEndAt', type: 'instant', from, to: FOR_GOOD.toISOString(), terms: { from, to } }];
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
