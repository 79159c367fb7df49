import { minorDigits } from '../../../platform/money.ts';
import type { MeasureName, Relation, RelationName, Scope } from '../../rules/index.ts';
import { all, always, holdsOfNone, needsOne, never, not } from '../conditions.ts';
import { type HopName, hopOf } from '../model.ts';
import type { Condition, MeasureTest, Related } from '../plan.ts';
import { invalidRule, type ResolveContext } from './context.ts';
import { signOf } from './sign-of.ts';
import { wholeBound } from './whole-bound.ts';

const hopNames: Readonly<Record<RelationName, HopName>> = {
  purchases: 'orders',
  orders: 'orders',
  lines: 'lines',
  events: 'events',
  identifiers: 'identifiers',
  devices: 'devices',
};

/** The condition that a relation puts on the object it starts from. `where` is asked for the condition on the related ones. */
export function resolveRelation(
  rule: Relation,
  scope: Scope,
  context: ResolveContext,
  where: (scope: Scope) => Condition,
): Condition {
  const home: Scope = rule.relation === 'lines' ? 'order' : 'customer';
  if (scope !== home) throw invalidRule(`${scope} has no ${rule.relation}.`, { relation: rule.relation });
  const hop = hopNames[rule.relation];
  const purchase: readonly Condition[] =
    rule.relation === 'purchases' ? [{ kind: 'Flag', property: 'isPurchase' }] : [];
  const condition = all([...purchase, where(hopOf(scope, hop).to)]);
  return measured({ kind: 'Related', hop, condition, tests: [] }, rule, context);
}

/** Puts the measures into their simplest form: what follows from another test is left out, 'none' is the negation of 'some'. */
function measured(some: Related, rule: Relation, context: ResolveContext): Condition {
  const tests: MeasureTest[] = [];
  for (const measure of rule.measures) {
    const bound = wholeBound(signOf[measure.operator], measure.value, digitsOf(measure.measure, context));
    if (!bound) throw invalidRule(`${measure.measure} needs a decimal number.`, { measure });
    if (bound === 'none') return never;
    if (bound !== 'each') tests.push({ sumOf: sumOf(rule.relation, measure.measure), ...bound });
  }
  const counted = rule.measures.some(({ measure }) => measure === 'count');
  const useful = tests.filter((test) => !saysNothing(test) && !saysSome(test));
  const atLeastOne = !counted || tests.some(saysSome);
  if (useful.some(saysNone)) return atLeastOne ? never : withoutAny(some, useful);
  if (useful.length === 0) return atLeastOne ? some : always;
  if (!atLeastOne || needsOne(useful)) return { ...some, tests: useful };
  return { ...some, tests: [atLeast1, ...useful] };
}

const atLeast1: MeasureTest = { sumOf: null, operator: '>=', value: '1' };

/** There is none; then each test speaks of 0, so the others hold or do not. */
function withoutAny(some: Related, tests: readonly MeasureTest[]): Condition {
  return tests.every(holdsOfNone) ? not(some) : never;
}

const counts = ({ sumOf: property, operator, value }: MeasureTest, ...forms: readonly string[]) =>
  property === null && forms.includes(`${operator} ${value}`);
const saysSome = (test: MeasureTest) => counts(test, '>= 1', '> 0', '<> 0');
const saysNone = (test: MeasureTest) => counts(test, '= 0', '< 1', '<= 0');
const saysNothing = (test: MeasureTest) => counts(test, '>= 0', '> -1', '<> -1');

function sumOf(relation: RelationName, measure: MeasureName): string | null {
  if (measure === 'count') return null;
  if (measure === 'total' && (relation === 'orders' || relation === 'purchases')) return 'netMinor';
  if (measure === 'quantity' && relation === 'lines') return 'quantity';
  throw invalidRule(`${relation} has no ${measure}.`, { relation, measure });
}

function digitsOf(measure: MeasureName, { currency }: ResolveContext): number {
  return measure === 'total' ? minorDigits(currency) : 0;
}
