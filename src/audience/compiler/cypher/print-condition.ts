import Cypher from '@neo4j/cypher-builder';
import { habitExpressions } from '../../../profile/habits/habits.ts';
import { all, isAlways } from '../conditions.ts';
import { type HopName, hopOf } from '../model.ts';
import type {
  Comparison,
  ComparisonOperator,
  Condition,
  FieldComparison,
  Figure,
  Followed,
  Habit,
  Leaf,
  Negation,
  Reach,
  Related,
  Share,
} from '../plan.ts';
import { type Binding, endOfLine } from './binding.ts';
import { compare } from './compare.ts';
import { printFigure, printTest } from './measures.ts';
import type { Names } from './names.ts';
import { printOperand } from './operands.ts';
import { repeats } from './patterns.ts';
import { printExactLeaf, printLeaf } from './print-leaf.ts';
import { propertyOf } from './property-of.ts';
import { callTie, type Tie, tieOf } from './ties.ts';
import { printElapsed, printLater } from './times.ts';
import { walk } from './walk.ts';

/**
 * The condition as a predicate. Cypher has a third truth value, null; where `exact` is false it may stand for false, as WHERE, AND,
 * OR take it so, and plain comparisons stay usable for indexes. Under a NOT it must not, and negations here never let it through.
 */
export function printCondition(condition: Condition, binding: Binding, names: Names, exact = false): Cypher.Predicate {
  const print = (part: Condition) => printCondition(part, binding, names, exact);
  switch (condition.kind) {
    case 'Constant':
      return condition.value ? Cypher.true : Cypher.false;
    case 'All':
      return Cypher.and(...condition.conditions.map(print)) ?? Cypher.true;
    case 'Any':
      return Cypher.or(...condition.conditions.map(print)) ?? Cypher.false;
    case 'Negation':
      return printNegation(condition, binding, names);
    case 'Reach':
      return printReach(condition, binding, names, exact);
    case 'Related':
      return printRelated(condition, binding, names);
    case 'Elapsed':
      return printElapsed(condition, binding.variable, names);
    case 'Followed':
      return printFollowed(condition, binding, names);
    case 'Share':
      return printShare(condition, binding, names);
    case 'FieldComparison':
      return printFields(condition, binding, names, exact);
    case 'Habit': {
      const held = printHabit(condition, binding, names);
      return exact ? Cypher.eq(Cypher.coalesce(held, Cypher.false), Cypher.true) : held;
    }
    case 'Found': {
      const set = names.sets.get(JSON.stringify(condition));
      if (!set) throw new Error('a set is asked about before it was looked up');
      return Cypher.in(binding.variable, set);
    }
    default:
      return exact ? printExactLeaf(condition, binding.variable, names) : printLeaf(condition, binding.variable, names);
  }
}

function printNegation({ condition }: Negation, binding: Binding, names: Names): Cypher.Predicate {
  switch (condition.kind) {
    case 'Known':
      return Cypher.isNull(propertyOf(binding.variable, condition.property));
    case 'Flag': {
      const property = propertyOf(binding.variable, condition.property);
      return Cypher.or(Cypher.isNull(property), Cypher.neq(property, Cypher.true));
    }
    case 'Comparison': {
      const inverse: Comparison = { ...condition, operator: inverses[condition.operator] };
      return orMissing(inverse, binding, names);
    }
    case 'OneOf':
      return orMissing({ ...condition, among: !condition.among }, binding, names);
    case 'TextMatch':
      return Cypher.or(
        Cypher.isNull(propertyOf(binding.variable, condition.property)),
        Cypher.not(printLeaf(condition, binding.variable, names)),
      );
    default:
      return Cypher.not(printCondition(condition, binding, names, true));
  }
}

const inverses: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

function orMissing(leaf: Leaf, { variable }: Binding, names: Names): Cypher.Predicate {
  return Cypher.or(Cypher.isNull(propertyOf(variable, leaf.property)), printLeaf(leaf, variable, names));
}

function printFields(
  { left, operator, right }: FieldComparison,
  binding: Binding,
  names: Names,
  exact: boolean,
): Cypher.Predicate {
  const [one, other] = [printOperand(left, binding, names), printOperand(right, binding, names)];
  const compared = compare(one, operator, other);
  return exact ? Cypher.and(Cypher.isNotNull(one), Cypher.isNotNull(other), compared) : compared;
}

function printReach({ hop, condition }: Reach, binding: Binding, names: Names, exact: boolean): Cypher.Predicate {
  const end = endOfLine(binding, hop);
  if (end) return printCondition(condition, end, names, exact);
  return exists(binding, hop, condition, names);
}

function printRelated({ hop, condition, tests }: Related, binding: Binding, names: Names): Cypher.Predicate {
  const [first, ...others] = tests;
  if (!first) return exists(binding, hop, condition, names);
  if (others.length === 0 && first.figure.kind === 'Count') {
    const count = printCount(binding, hop, condition, names);
    return compare(count, first.operator, names.value('count', { type: 'whole', value: first.value }));
  }
  // one walk over the related objects for all measures: a list of one list, which `any` takes apart
  const { match, object } = matchStep(binding, hop, condition, names, true);
  const figures = new Cypher.List(tests.map((test) => printFigure(test.figure, object, names)));
  const once = repeats(binding.scope, hop) ? [new Cypher.With(object.variable).distinct()] : [];
  const collected = new Cypher.Collect(Cypher.utils.concat(match, ...once, new Cypher.Return([figures, 'figures'])));
  const element = new Cypher.NamedVariable('figures');
  const [head, ...tail] = tests.map((test, index) => printTest(test, element.index(index), names));
  return Cypher.any(element, collected, Cypher.and(head as Cypher.Predicate, ...tail) ?? Cypher.true);
}

/** Whether the step leads to an object of which the condition holds. */
function exists(binding: Binding, hop: HopName, condition: Condition, names: Names): Cypher.Predicate {
  if (!tieOf(binding.scope, hop)) return new Cypher.Exists(matchStep(binding, hop, condition, names).match);
  const { match, object } = matchStep(binding, hop, condition, names, true);
  return new Cypher.Exists(Cypher.utils.concat(match, new Cypher.Return(object.variable)));
}

/** How many objects are at the other end of a step, each once. */
function printCount(binding: Binding, hop: HopName, condition: Condition, names: Names): Cypher.Expr {
  const each = repeats(binding.scope, hop) || tieOf(binding.scope, hop) !== undefined;
  const { match, object } = matchStep(binding, hop, condition, names, each || !isAlways(condition));
  if (!each) return new Cypher.Count(match);
  return new Cypher.Count(Cypher.utils.concat(match, new Cypher.Return(object.variable).distinct()));
}

/**
 * How many percent of all objects meet the condition, as an expression. A division of whole numbers as floats gives the nearest
 * float, and so does reading the percentage: equal stays equal.
 */
export function printPercent(
  { hop, among, condition }: Pick<Share, 'hop' | 'among' | 'condition'>,
  binding: Binding,
  names: Names,
): Cypher.Expr {
  const some = printCount(binding, hop, all([among, condition].filter((part) => !isAlways(part))), names);
  const of = printCount(binding, hop, among, names);
  // of floats the database divides by 0 as well; there is then none, which is asked beside it
  return Cypher.divide(Cypher.multiply(new Cypher.Literal(100), Cypher.toFloat(some)), Cypher.toFloat(of));
}

function printShare(share: Share, binding: Binding, names: Names): Cypher.Predicate {
  const { hop, among, operator, value } = share;
  const percent = printPercent(share, binding, names);
  const exists = printRelated({ kind: 'Related', hop, condition: among, tests: [] }, binding, names);
  return Cypher.and(exists, compare(percent, operator, names.value('share', { type: 'decimal', value })));
}

/** A figure of the objects at the other end of a step, as an expression; missing where it is of none. */
export function printFigureOf(
  hop: HopName,
  condition: Condition,
  figure: Figure,
  binding: Binding,
  names: Names,
): Cypher.Expr {
  if (figure.kind === 'Count') return printCount(binding, hop, condition, names);
  const { match, object } = matchStep(binding, hop, condition, names, true);
  const once = repeats(binding.scope, hop) ? [new Cypher.With(object.variable).distinct()] : [];
  const measured = new Cypher.Return([printFigure(figure, object, names), 'figure']);
  return Cypher.head(new Cypher.Collect(Cypher.utils.concat(match, ...once, measured)));
}

function printHabit({ habit, timeZone, leaf }: Habit, { variable }: Binding, names: Names): Cypher.Predicate {
  const zone = names.constant('timeZone', timeZone);
  const expression = new Cypher.Raw((context) =>
    habitExpressions[habit]({ customer: context.compile(variable), timeZone: context.compile(zone) }),
  );
  return printLeaf(leaf, variable, names, expression);
}

/** A later object of the same customer. */
function printFollowed({ hop, condition, ...times }: Followed, binding: Binding, names: Names): Cypher.Predicate {
  const customer = names.variable('customer');
  const back = walk(binding.scope, 'customer', { near: binding, far: customer }, names);
  const to = hopOf('customer', hop).to;
  const far = names.variable(to);
  const there = walk('customer', hop, { near: { scope: 'customer', variable: customer }, far }, names);
  const follows = printLater(times, binding.variable, far, names);
  const asked = isAlways(condition) ? undefined : printCondition(condition, there.object, names);
  const match = new Cypher.Match(back.pattern).match(there.pattern);
  return new Cypher.Exists(match.where(Cypher.and(follows, asked)));
}

/** A MATCH over one step, with the objects at its other end filtered; they are named only if something speaks of them. */
function matchStep(
  binding: Binding,
  hop: HopName,
  condition: Condition,
  names: Names,
  named = !isAlways(condition),
): { readonly match: Cypher.Clause; readonly object: Binding } {
  const tie = tieOf(binding.scope, hop);
  if (tie) return matchTie(tie, binding, hop, condition, names);
  const far = named ? names.variable(hopOf(binding.scope, hop).to) : undefined;
  const { pattern, object, between } = walk(binding.scope, hop, { near: binding, far }, names);
  const match = new Cypher.Match(pattern);
  const asked = isAlways(condition) ? undefined : printCondition(condition, object, names);
  const filtered = Cypher.and(between, asked);
  if (filtered) match.where(filtered);
  return { match, object };
}

/** The same over a step that no relationship stands for; the objects are always named. */
function matchTie(tie: Tie, binding: Binding, hop: HopName, condition: Condition, names: Names) {
  const { to } = hopOf(binding.scope, hop);
  const variable = names.variable(to);
  const object: Binding = { scope: to, variable };
  const called = callTie(tie.there, binding.variable, variable, names);
  if (isAlways(condition)) return { match: called, object };
  const filtered = new Cypher.With('*').where(printCondition(condition, object, names));
  return { match: Cypher.utils.concat(called, filtered), object };
}
