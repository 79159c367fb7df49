import Cypher from '@neo4j/cypher-builder';
import { termLengths } from '../../../intake/records/tag-term.ts';
import type { Leaf, TermHolds } from '../plan.ts';
import { printAnniversary } from './anniversaries.ts';
import { compare } from './compare.ts';
import type { Names } from './names.ts';
import { propertyOf } from './property-of.ts';
import { atOnce } from './times.ts';

/** A leaf as a predicate, which is null where the property is missing; `property` may stand in for the one it names. */
export function printLeaf(
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
    case 'TermHolds':
      return printTermHolds(leaf, property, names);
    case 'ListTextMatch': {
      const text = names.value(leaf.property, { type: 'text', value: leaf.text });
      const element = new Cypher.NamedVariable('element');
      return Cypher.any(element, property, matchText(element, leaf.match, text));
    }
    case 'ListKnown':
      return Cypher.gt(Cypher.size(property), new Cypher.Literal(0));
    case 'Anniversary':
      return printAnniversary(leaf, variable, names);
  }
}

/** The same without the third truth value: what is missing is false. */
export function printExactLeaf(leaf: Leaf, variable: Cypher.Node, names: Names): Cypher.Predicate {
  const property = propertyOf(variable, leaf.property);
  switch (leaf.kind) {
    case 'Known':
      return Cypher.isNotNull(property);
    case 'ListHolds':
    case 'TermHolds':
    case 'ListTextMatch':
    case 'ListKnown':
      return printLeaf(leaf, variable, names, Cypher.coalesce(property, new Cypher.List([])));
    default:
      return Cypher.and(Cypher.isNotNull(property), printLeaf(leaf, variable, names));
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

function printTermHolds({ values, asOf }: TermHolds, property: Cypher.Expr, names: Names): Cypher.Predicate {
  const element = new Cypher.NamedVariable('element');
  const { until, tag } = termLengths;
  const isMeant = Cypher.in(
    Cypher.substring(element, new Cypher.Literal(tag)),
    names.list('tags', { type: 'text', values }),
  );
  const end = Cypher.left(element, new Cypher.Literal(until));
  return Cypher.any(
    element,
    property,
    Cypher.and(isMeant, Cypher.gt(end, names.value('asOf', { type: 'text', value: asOf, ago: atOnce }))),
  );
}

function matchText(property: Cypher.Expr, match: 'contains' | 'startsWith', text: Cypher.Expr): Cypher.Predicate {
  const compared = match === 'contains' ? Cypher.contains : Cypher.startsWith;
  return compared(Cypher.toLower(property), Cypher.toLower(text));
}
