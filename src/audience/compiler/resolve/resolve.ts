import type { Compare, InSegment, Rule, Scope } from '../../rules/index.ts';
import { all, always, any, not } from '../conditions.ts';
import type { HopName } from '../model.ts';
import { hopOf, hops } from '../model.ts';
import type { Condition, Plan } from '../plan.ts';
import { invalidRule, type ResolveContext } from './context.ts';
import { fieldOf } from './fields.ts';
import { resolveComparison } from './resolve-comparison.ts';
import { resolveRelation } from './resolve-relation.ts';

/**
 * What a rule means in a context, as a plan without any decision how to get at it: everything of the scope, filtered.
 * Throws INVALID_RULE for names, operators, values or segments that are unknown.
 */
export function resolve(rule: Rule, context: ResolveContext): Plan {
  const scope = context.scope ?? 'customer';
  return { kind: 'Find', scope, source: { kind: 'Everything' }, filter: resolveRule(rule, scope, context, []) };
}

function resolveRule(rule: Rule, scope: Scope, context: ResolveContext, open: readonly string[]): Condition {
  const inner = (child: Rule, childScope = scope) => resolveRule(child, childScope, context, open);
  switch (rule.kind) {
    case 'And':
      return all(rule.rules.map((child) => inner(child)));
    case 'Or':
      return any(rule.rules.map((child) => inner(child)));
    case 'Not':
      return not(inner(rule.rule));
    case 'Compare':
      return resolvePath(rule, scope, context);
    case 'Relation': {
      const { where } = rule;
      return resolveRelation(rule, scope, context, (related) => (where ? inner(where, related) : always));
    }
    case 'InSegment':
      return resolveSegment(rule, scope, context, open);
  }
}

/** Follows the to-one steps of a path. A step that leads nowhere makes the value missing, so negations stay outside of it. */
function resolvePath(rule: Compare, scope: Scope, context: ResolveContext): Condition {
  const steps: HopName[] = [];
  let current = scope;
  for (const name of rule.path.slice(0, -1)) {
    const step = toOneOf(current, name);
    if (!step) throw unknownPath(rule, scope);
    steps.push(step);
    current = hopOf(current, step).to;
  }
  const field = fieldOf(current, rule.path.at(-1) ?? '');
  if (!field) throw unknownPath(rule, scope);
  const reach = (operator: Compare['operator']) =>
    steps.reduceRight<Condition>(
      (condition, hop) => ({ kind: 'Reach', hop, condition }),
      resolveComparison({ ...rule, operator }, field, context),
    );
  if (rule.operator === 'unknown') return not(reach('known'));
  return rule.operator === 'notWithin' ? not(reach('within')) : reach(rule.operator);
}

function toOneOf(scope: Scope, name: string): HopName | undefined {
  const found = Object.entries(hops[scope]).find(([hop, { many }]) => hop === name && !many);
  return found?.[0] as HopName | undefined;
}

function unknownPath(rule: Compare, scope: Scope) {
  return invalidRule(`${scope} has no ${JSON.stringify(rule.path.join('.'))}.`, { path: rule.path });
}

function resolveSegment(rule: InSegment, scope: Scope, context: ResolveContext, open: readonly string[]): Condition {
  const { segment } = rule;
  const saved = context.segments?.get(segment);
  if (scope !== 'customer' || !saved) throw invalidRule(`Unknown segment ${JSON.stringify(segment)}.`, { segment });
  if (open.includes(segment)) {
    throw invalidRule(`Segment ${JSON.stringify(segment)} holds itself.`, { cycle: [...open, segment] });
  }
  return resolveRule(saved, scope, context, [...open, segment]);
}
