import Cypher from '@neo4j/cypher-builder';
import type { Scope } from '../../rules/index.ts';
import { isAlways } from '../conditions.ts';
import { type HopName, hopOf } from '../model.ts';
import type {
  Comparison,
  ComparisonOperator,
  Condition,
  Leaf,
  MeasureTest,
  Negation,
  Reach,
  Related,
} from '../plan.ts';
import type { Names } from './names.ts';
import { patternOf } from './patterns.ts';
import { propertyOf } from './property-of.ts';

/** An object in hand: which variable it is, and for a line, the variable of its product. */
export interface Binding {
  readonly scope: Scope;
  readonly variable: Cypher.Node;
  readonly product?: Cypher.Node;
}

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
    case 'Found':
      throw new Error('sets are looked up at the top of a filter only');
    default:
      return exact ? exactLeaf(condition, binding, names) : printLeaf(condition, binding.variable, names);
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

function exactLeaf(leaf: Leaf, { variable }: Binding, names: Names): Cypher.Predicate {
  const property = propertyOf(variable, leaf.property);
  switch (leaf.kind) {
    case 'Known':
      return Cypher.isNotNull(property);
    case 'ListHolds':
    case 'ListTextMatch':
    case 'ListKnown':
      return printLeaf(leaf, variable, names, Cypher.coalesce(property, new Cypher.List([])));
    default:
      return Cypher.and(Cypher.isNotNull(property), printLeaf(leaf, variable, names));
  }
}

function printLeaf(
  leaf: Leaf,
  variable: Cypher.Node,
  names: Names,
  property: Cypher.Expr = propertyOf(variable, leaf.property),
): Cypher.Predicate {
  switch (leaf.kind) {
    case 'Comparison':
      return compare(property, leaf.operator, names.value(leaf.property, leaf.value));
    case 'OneOf': {
      const among = Cypher.in(property, names.list(leaf.property, leaf.values));
      return leaf.among ? among : Cypher.not(among);
    }
    case 'TextMatch':
      return matchText(property, leaf.match, names.value(leaf.property, { type: 'text', value: leaf.text }));
    case 'Known':
      return Cypher.isNotNull(property);
    case 'Flag':
      // `= true` is planned as a cheap comparison, the bare property is not
      return Cypher.eq(property, Cypher.true);
    case 'ListHolds':
      return printListHolds(leaf, property, names);
    case 'ListTextMatch': {
      const text = names.value(leaf.property, { type: 'text', value: leaf.text });
      const element = new Cypher.NamedVariable('element');
      return Cypher.any(element, property, matchText(element, leaf.match, text));
    }
    case 'ListKnown':
      return Cypher.gt(Cypher.size(property), new Cypher.Literal(0));
  }
}

function printListHolds(
  leaf: Extract<Leaf, { kind: 'ListHolds' }>,
  property: Cypher.Expr,
  names: Names,
): Cypher.Predicate {
  const { values, quantifier } = leaf;
  const [first = ''] = values;
  if (values.length === 1) return Cypher.in(names.value(leaf.property, { type: 'text', value: first }), property);
  const list = names.list(leaf.property, { type: 'text', values });
  const element = new Cypher.NamedVariable('element');
  return quantifier === 'any'
    ? Cypher.any(element, property, Cypher.in(element, list))
    : Cypher.all(element, list, Cypher.in(element, property));
}

function matchText(property: Cypher.Expr, match: 'contains' | 'startsWith', text: Cypher.Expr): Cypher.Predicate {
  const compared = match === 'contains' ? Cypher.contains : Cypher.startsWith;
  return compared(Cypher.toLower(property), Cypher.toLower(text));
}

function compare(left: Cypher.Expr, operator: ComparisonOperator, right: Cypher.Expr): Cypher.Predicate {
  switch (operator) {
    case '=':
      return Cypher.eq(left, right);
    case '<>':
      return Cypher.neq(left, right);
    case '<':
      return Cypher.lt(left, right);
    case '<=':
      return Cypher.lte(left, right);
    case '>':
      return Cypher.gt(left, right);
    case '>=':
      return Cypher.gte(left, right);
  }
}

function printReach({ hop, condition }: Reach, binding: Binding, names: Names, exact: boolean): Cypher.Predicate {
  if (binding.product) {
    return printCondition(condition, { scope: 'product', variable: binding.product }, names, exact);
  }
  return new Cypher.Exists(matchStep(binding, hop, condition, names).match);
}

function printRelated({ hop, condition, tests }: Related, binding: Binding, names: Names): Cypher.Predicate {
  const [first, ...others] = tests;
  if (!first) return new Cypher.Exists(matchStep(binding, hop, condition, names).match);
  if (others.length === 0 && first.sumOf === null) {
    const count = new Cypher.Count(matchStep(binding, hop, condition, names).match);
    return compare(count, first.operator, names.value('count', { type: 'whole', value: first.value }));
  }
  // one walk over the related objects for all measures: a list of one list, which `any` takes apart
  const { match, object } = matchStep(binding, hop, condition, names, true);
  const figures = new Cypher.List(tests.map((test) => measureOf(test, object)));
  const collected = new Cypher.Collect(Cypher.utils.concat(match, new Cypher.Return([figures, 'figures'])));
  const element = new Cypher.NamedVariable('figures');
  const [head, ...tail] = tests.map((test, index) => printTest(test, element.index(index), names));
  return Cypher.any(element, collected, Cypher.and(head as Cypher.Predicate, ...tail) ?? Cypher.true);
}

/** The count or sum of a test over the objects in a variable. */
export function measureOf({ sumOf }: MeasureTest, object: Cypher.Variable): Cypher.Expr {
  return sumOf === null ? Cypher.count(object) : Cypher.sum(propertyOf(object, sumOf));
}

/** A test on a measured figure. */
export function printTest(
  { sumOf, operator, value }: MeasureTest,
  figure: Cypher.Expr,
  names: Names,
): Cypher.Predicate {
  return compare(figure, operator, names.value(sumOf ?? 'count', { type: 'whole', value }));
}

/** A MATCH over one step, with the objects at its other end filtered; they are named only if something speaks of them. */
function matchStep(binding: Binding, hop: HopName, condition: Condition, names: Names, named = !isAlways(condition)) {
  const { to } = hopOf(binding.scope, hop);
  const { type, direction } = patternOf(binding.scope, hop);
  const object = named ? names.variable(to) : undefined;
  const product = named && to === 'line' ? names.variable('product') : undefined;
  const start = new Cypher.Pattern(binding.variable);
  const pattern =
    to === 'line' && object
      ? start.related(object, { type, direction }).to(product)
      : start.related({ type, direction }).to(object);
  const match = new Cypher.Match(pattern);
  if (object && !isAlways(condition)) {
    match.where(printCondition(condition, { scope: to, variable: object, product }, names));
  }
  return { match, object: object ?? binding.variable };
}
