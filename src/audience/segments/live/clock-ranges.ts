import { FOR_GOOD } from '../../../intake/records/tag-term.ts';
import { subtractDuration } from '../../../platform/time.ts';
import { valueAt } from '../../compiler/clock/moved-to.ts';
import { movedTo } from '../../compiler/index.ts';
import { hopOf } from '../../compiler/model.ts';
import type { Comparison, Condition, Elapsed, Span } from '../../compiler/plan.ts';
import type { Scope } from '../../rules/index.ts';

/** Objects of a scope whose property lies between two instants, both included: what the passing of time may have changed. */
export interface ClockRange {
  readonly scope: Scope;
  readonly property: string;
  readonly from: string;
  readonly to: string;
  /** Of those only the objects with a tag that ended after `from` and not after `to`. */
  readonly terms?: { readonly from: string; readonly to: string };
  /** Of those only the objects for which the span from their instant on ended after `from` and not after `to`. */
  readonly ended?: { readonly span: Span; readonly from: string; readonly to: string };
}

/** A part of a rule that means something else as time passes. */
export interface ClockPart {
  /** Parts of one name are moved alike, in whatever rules they stand. */
  readonly name: string;
  /** Whom time may have moved between two instants, the later one first or second; null: anyone. */
  between(one: Date, other: Date): readonly ClockRange[] | null;
}

/** The parts of a condition that the clock moves: none where its answer changes with facts only. */
export function clockPartsOf(condition: Condition, scope: Scope = 'customer'): readonly ClockPart[] {
  if (isStill(condition)) return [];
  const inside = (part: Condition, of = scope) => clockPartsOf(part, of);
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.conditions.flatMap((part) => inside(part));
    case 'Negation':
      return inside(condition.condition);
    case 'Comparison':
      return [boundPart(condition, scope)];
    case 'TermHolds':
      return [termPart(scope)];
    case 'Elapsed':
      return [elapsedPart(condition, scope)];
    case 'Reach':
    case 'Related':
      return inside(condition.condition, hopOf(scope, condition.hop).to);
    case 'Followed':
      // what follows an order or event is the same customer's
      return inside(condition.condition, hopOf('customer', condition.hop).to);
    case 'Share': {
      const { to } = hopOf(scope, condition.hop);
      return [...inside(condition.among, to), ...inside(condition.condition, to)];
    }
    default:
      return [wholePart(condition)];
  }
}

const EPOCH = new Date(0);
const isStill = (condition: Condition) => movedTo(condition, EPOCH) === condition;

/** Only the bound moves, so only those change their answer whose value lies between where it was and is. */
function boundPart({ property, value }: Comparison, scope: Scope): ClockPart {
  const { duration, timeZone } = value.ago as Span;
  return {
    name: `${scope}.${property} ${duration} ${timeZone}`,
    between: (one, other) => {
      const [from, to] = inOrder(valueAt(value, one).value, valueAt(value, other).value);
      return from === to ? [] : [{ scope, property, from, to }];
    },
  };
}

/** Days that calendars can move an instant by when a span is added instead of taken off: short months, and changes of the clock. */
const CALENDAR_MS = 4 * 86_400_000;

/** The span ran out in between, for instants about so long ago: an index gives some days more on either side, and `ended` is exact. */
function elapsedPart({ property, span }: Elapsed, scope: Scope): ClockPart {
  const back = (asOf: Date) => subtractDuration(asOf, span.duration, span.timeZone).getTime();
  return {
    name: `${scope}.${property} elapsed ${span.duration} ${span.timeZone}`,
    between: (one, other) => {
      const [early, late] = [back(one), back(other)].sort((left, right) => left - right) as [number, number];
      const from = new Date(early - CALENDAR_MS).toISOString();
      const to = new Date(late + CALENDAR_MS).toISOString();
      const [earlier, later] = inOrder(one.toISOString(), other.toISOString());
      return [{ scope, property, from, to, ended: { span, from: earlier, to: later } }];
    },
  };
}

/** Tags that ended in between: an index gives all whose last one had not ended before, and `terms` is exact. */
function termPart(scope: Scope): ClockPart {
  return {
    name: `${scope} terms`,
    between: (one, other) => {
      const [from, to] = inOrder(one.toISOString(), other.toISOString());
      return [{ scope, property: 'tagsEndAt', from, to: FOR_GOOD.toISOString(), terms: { from, to } }];
    },
  };
}

/** Nobody is known to be untouched as soon as it means anything else. */
function wholePart(condition: Condition): ClockPart {
  const textAt = (asOf: Date) => JSON.stringify(movedTo(condition, asOf));
  return {
    name: JSON.stringify(condition),
    between: (one, other) => (textAt(one) === textAt(other) ? [] : null),
  };
}

/** RFC 3339 in UTC: as text in the order of time. */
const inOrder = (one: string, other: string): [string, string] => (one <= other ? [one, other] : [other, one]);
