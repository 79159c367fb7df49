import { minorDigits } from '../../../platform/money.ts';
import { type Measure, type Relation, relationIn, type Scope } from '../../rules/index.ts';
import { all, always, holdsOfNone, needsOne, never, not } from '../conditions.ts';
import { type HopName, hopOf, hops } from '../model.ts';
import type { Condition, Figure, MeasureTest, Related } from '../plan.ts';
import { invalidRule, type ResolveContext } from './context.ts';
import { operandOf } from './operand.ts';
import { signOf } from './sign-of.ts';
import { wholeBound } from './whole-bound.ts';

/** The condition that a relation puts on the object it starts from. `where` is asked for the condition on the related ones. */
export function resolveRelation(
  rule: Relation,
  scope: Scope,
  context: ResolveContext,
  where: (scope: Scope) => Condition,
): Condition {
  const hop = hopOfRelation(rule, scope);
  const { to } = hopOf(scope, hop);
  const among = rule.relation === 'purchases' ? isPurchase : always;
  const condition = where(to);
  const shares = rule.measures.filter(({ measure }) => measure === 'share');
  const shareConditions = shares.map(
    ({ operator, value }): Condition => ({
      kind: 'Share',
      hop,
      among,
      condition,
      operator: signOf[operator],
      value: decimal(value, 'share'),
    }),
  );
  if (shares.length > 0 && shares.length === rule.measures.length) return all(shareConditions);
  const some: Related = {
    kind: 'Related',
    hop,
    condition: all(among === always ? [condition] : [among, condition]),
    tests: [],
  };
  return all([...shareConditions, measured(some, to, rule, context)]);
}

/** What makes an order a purchase. */
export const isPurchase: Condition = { kind: 'Flag', property: 'isPurchase' };

/** The step that a relation takes; purchases are orders with a flag. */
export function hopOfRelation({ relation }: Pick<Relation, 'relation'>, scope: Scope): HopName {
  const name = relation === 'purchases' ? 'orders' : relation;
  const own = Object.keys(hops[scope]).find((hop): hop is HopName => hop === name);
  if (!own || !relationIn(scope, relation)) throw invalidRule(`${scope} has no ${relation}.`, { relation });
  return own;
}

/** Puts the measures into their simplest form: what follows from another test is left out, 'none' is the negation of 'some'. */
function measured(some: Related, to: Scope, rule: Relation, context: ResolveContext): Condition {
  const tests: MeasureTest[] = [];
  for (const measure of rule.measures) {
    if (measure.measure === 'share') continue;
    const test = testOf(measure, to, rule, context);
    if (test === 'none') return never;
    if (test !== 'each') tests.push(test);
  }
  const counted = rule.measures.some(({ measure }) => measure === 'count' || measure === 'share');
  const useful = tests.filter((test) => !saysNothing(test) && !saysSome(test));
  const atLeastOne = !counted || tests.some(saysSome);
  if (useful.some(saysNone)) return atLeastOne ? never : withoutAny(some, useful);
  if (useful.length === 0) return atLeastOne ? some : always;
  if (!atLeastOne || needsOne(useful)) return { ...some, tests: useful };
  return { ...some, tests: [atLeast1, ...useful] };
}

/** A measure as a test of whole numbers, or that it holds of each number or of none. */
function testOf(measure: Measure, to: Scope, rule: Relation, context: ResolveContext): MeasureTest | 'each' | 'none' {
  const { figure, digits } = figureOf(measure, to, rule, context);
  if (figure.kind === 'Average') {
    return { figure, operator: signOf[measure.operator], value: shift(decimal(measure.value, 'average'), digits) };
  }
  const bound = wholeBound(signOf[measure.operator], measure.value, digits);
  if (!bound) throw invalidRule(`${measure.measure} needs a decimal number.`, { measure });
  // a minimum or maximum may be missing, so what holds of each number still needs one to be there
  if (bound === 'each')
    return figure.kind === 'Minimum' || figure.kind === 'Maximum' ? { figure, ...someNumber } : bound;
  return bound === 'none' ? bound : { figure, ...bound };
}

const someNumber = { operator: '>=', value: String(-(2n ** 63n)) } as const;

const atLeast1: MeasureTest = { figure: { kind: 'Count' }, operator: '>=', value: '1' };

/** There is none; then each test speaks of 0, so the others hold or do not. */
function withoutAny(some: Related, tests: readonly MeasureTest[]): Condition {
  return tests.every(holdsOfNone) ? not(some) : never;
}

const counts = ({ figure, operator, value }: MeasureTest, ...forms: readonly string[]) =>
  figure.kind === 'Count' && forms.includes(`${operator} ${value}`);
const saysSome = (test: MeasureTest) => counts(test, '>= 1', '> 0', '<> 0');
const saysNone = (test: MeasureTest) => counts(test, '= 0', '< 1', '<= 0');
const saysNothing = (test: MeasureTest) => counts(test, '>= 0', '> -1', '<> -1');

const aggregates = {
  sum: 'Sum',
  average: 'Average',
  minimum: 'Minimum',
  maximum: 'Maximum',
  distinct: 'Distinct',
} as const;

/** The figure that a measure takes, with the decimals of its unit. */
export function figureOf(
  { measure, of }: Pick<Measure, 'measure' | 'of'>,
  to: Scope,
  { relation }: Pick<Relation, 'relation'>,
  context: ResolveContext,
): { readonly figure: Figure; readonly digits: number } {
  const money = minorDigits(context.currency);
  const own = (property: string) => ({ path: [], property, empty: null });
  switch (measure) {
    case 'count':
      return { figure: { kind: 'Count' }, digits: 0 };
    case 'total':
      if (to === 'order') return { figure: { kind: 'Sum', of: own('netMinor') }, digits: money };
      break;
    case 'quantity':
      if (to === 'line') return { figure: { kind: 'Sum', of: own('quantity') }, digits: 0 };
      break;
    case 'share':
      break;
    default: {
      const operand = of && operandOf(of, to);
      if (!operand) break;
      const { type, ...rest } = operand;
      const digits = type === 'money' && measure !== 'distinct' ? money : 0;
      return { figure: { kind: aggregates[measure], of: rest }, digits };
    }
  }
  throw invalidRule(`${relation} has no ${[measure, ...(of ?? [])].join(' ')}.`, { relation, measure });
}

/** Decimal text as a number of units of 10^-digits: `199.505`, 2 -> `19950.5`. */
function shift(text: string, digits: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const shifted = `${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(digits);
  return `${sign}${shifted}${rest === '' ? '' : `.${rest}`}`;
}

function decimal(text: string, measure: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  throw invalidRule(`${measure} needs a decimal number.`, { measure });
}
