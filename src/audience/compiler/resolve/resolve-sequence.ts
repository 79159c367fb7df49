import type { Rule, Scope, Sequence, SequenceStep } from '../../rules/index.ts';
import { all, always, not } from '../conditions.ts';
import type { Condition, Span } from '../plan.ts';
import { invalidRule, type ResolveContext } from './context.ts';
import { isPurchase } from './resolve-relation.ts';

const instants = { orders: 'placedAt', events: 'occurredAt' } as const;

/** A sequence is its first step, which is followed by the second, which is followed by the third. */
export function resolveSequence(
  { steps }: Sequence,
  scope: Scope,
  context: ResolveContext,
  resolveRule: (rule: Rule, scope: Scope) => Condition,
): Condition {
  if (scope !== 'customer') throw invalidRule(`${scope} has no sequences.`, {});
  const [first, ...later] = steps;
  if (!first || later.length === 0 || first.absent) throw invalidRule('A sequence has two steps or more.', {});
  const own = (step: SequenceStep): Condition[] => [
    ...(step.relation === 'purchases' ? [isPurchase] : []),
    ...(step.where === null ? [] : [resolveRule(step.where, hopOf(step) === 'orders' ? 'order' : 'event')]),
  ];
  const follow = (before: SequenceStep, [next, ...rest]: readonly SequenceStep[]): Condition => {
    if (!next) return always;
    if (next.within?.startsWith('$')) throw invalidRule(`The parameter ${next.within} has no value.`, {});
    const within: Span | null = next.within === null ? null : { duration: next.within, timeZone: context.timeZone };
    const instant = instants[hopOf(before)];
    const condition = all([...own(next), ...(rest.length > 0 ? [follow(next, rest)] : [])]);
    const followed: Condition = {
      kind: 'Followed',
      hop: hopOf(next),
      instant,
      later: instants[hopOf(next)],
      within,
      condition,
    };
    if (!next.absent) return followed;
    const asOf = context.asOf.toISOString();
    return all([
      ...(within ? [{ kind: 'Elapsed', property: instant, span: within, asOf } as const] : []),
      not(followed),
    ]);
  };
  return { kind: 'Related', hop: hopOf(first), condition: all([...own(first), follow(first, later)]), tests: [] };
}

const hopOf = ({ relation }: SequenceStep): 'orders' | 'events' => (relation === 'events' ? 'events' : 'orders');
