import {
  boundFragment,
  type Compare,
  type CompareFields,
  fragmentKey,
  type InSegment,
  type Matches,
  type Rule,
  type Scope,
  type TagReference,
  tagKey,
} from '../../rules/index.ts';
import { all, always, any, not } from '../conditions.ts';
import type { HopName } from '../model.ts';
import type { Condition, Operand, Plan } from '../plan.ts';
import { invalidRule, type ResolveContext } from './context.ts';
import { type Field, fieldOf } from './fields.ts';
import { followSteps, operandOf } from './operand.ts';
import { resolveComparison } from './resolve-comparison.ts';
import { resolveRank } from './resolve-rank.ts';
import { resolveRelation } from './resolve-relation.ts';
import { resolveSequence } from './resolve-sequence.ts';
import { signOf } from './sign-of.ts';

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
      return resolvePath(rule, scope, context, open);
    case 'Relation': {
      const { where } = rule;
      return resolveRelation(rule, scope, context, (related) => (where ? inner(where, related) : always));
    }
    case 'InSegment':
      return resolveSegment(rule, scope, context, open);
    case 'Matches':
      return resolveFragment(rule, scope, context, open);
    case 'CompareFields':
      return resolveFields(rule, scope);
    case 'CompareParameter':
      throw invalidRule(`The parameter $${rule.parameter} has no value.`, { parameter: rule.parameter });
    case 'Sequence':
      return resolveSequence(rule, scope, context, inner);
    case 'Rank':
      return resolveRank(rule, scope, context, inner);
    case 'At': {
      const way = followSteps(rule.path, scope);
      if (!way) throw unknownPath(rule, scope);
      return reach(way.steps, inner(rule.rule, way.scope));
    }
  }
}

/** The step leads to an object, and so does the next, and the condition holds of the last one. */
function reach(steps: readonly HopName[], condition: Condition): Condition {
  return steps.reduceRight<Condition>((within, hop) => ({ kind: 'Reach', hop, condition: within }), condition);
}

function resolveFields(rule: CompareFields, scope: Scope): Condition {
  const [left, right] = [operandOf(rule.path, scope), operandOf(rule.other, scope)];
  if (!left) throw unknownPath(rule, scope);
  if (!right) throw unknownPath({ path: rule.other }, scope);
  if (!isComparable(left.type) || kindOf(left.type) !== kindOf(right.type)) {
    const [one, other] = [rule.path.join('.'), rule.other.join('.')];
    throw invalidRule(`${one} and ${other} cannot be compared with each other.`, {
      path: rule.path,
      other: rule.other,
    });
  }
  const operator = symbols[rule.operator];
  return { kind: 'FieldComparison', left: plain(left), operator, right: plain(right) };
}

const symbols = { ...signOf, before: '<', after: '>' } as const;
const plain = ({ path, property, empty }: Operand): Operand => ({ path, property, empty });
const kindOf = (type: Field['type']) => (type === 'textOrEmpty' ? 'text' : type);
const isComparable = (type: Field['type']) =>
  type !== 'texts' && type !== 'levels' && type !== 'stage' && type !== 'habit';

/** Follows the to-one steps of a path. A step that leads nowhere makes the value missing, so negations stay outside of it. */
function resolvePath(rule: Compare, scope: Scope, context: ResolveContext, open: readonly string[]): Condition {
  const way = followSteps(rule.path.slice(0, -1), scope);
  const field = way && fieldOf(way.scope, rule.path.at(-1) ?? '');
  if (!way || !field) throw unknownPath(rule, scope);
  const compared = (operator: Compare['operator']) =>
    reach(
      way.steps,
      resolveComparison({ ...rule, operator }, field, context, (tag) =>
        givesTag({ scope: way.scope, tag }, context, open),
      ),
    );
  if (rule.operator === 'unknown') return not(compared('known'));
  return rule.operator === 'notWithin' ? not(compared('within')) : compared(rule.operator);
}

/** A tag is also there by hand until its end, and where its rule holds; null for one that is only ever stored in the list. */
function givesTag(reference: TagReference, context: ResolveContext, open: readonly string[]): Condition | null {
  const key = tagKey(reference);
  const rule = context.segments?.get(key);
  if (!rule) return null;
  const { scope, tag } = reference;
  if (open.includes(key)) throw invalidRule(`The tag ${JSON.stringify(tag)} has a rule that asks for it.`, { tag });
  const lasting: Condition = {
    kind: 'TermHolds',
    property: 'tagTerms',
    values: [tag],
    asOf: context.asOf.toISOString(),
  };
  return any([lasting, resolveRule(rule, scope, context, [...open, key])]);
}

function unknownPath(rule: { readonly path: readonly string[] }, scope: Scope) {
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

function resolveFragment(rule: Matches, scope: Scope, context: ResolveContext, open: readonly string[]): Condition {
  const { fragment } = rule;
  const key = fragmentKey({ scope, fragment });
  const saved = context.segments?.get(key);
  if (!saved) throw invalidRule(`Unknown fragment ${JSON.stringify(fragment)} of ${scope}.`, { fragment });
  if (open.includes(key)) throw invalidRule(`Fragment ${JSON.stringify(fragment)} holds itself.`, { fragment });
  const bound = boundFragment(rule, saved, scope, context.timeZone);
  if (!bound.ok) throw invalidRule(bound.errors[0]?.message ?? 'The values do not fit.', { fragment });
  return resolveRule(bound.rule, scope, context, [...open, key]);
}
