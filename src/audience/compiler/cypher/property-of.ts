import Cypher from '@neo4j/cypher-builder';

/** Money in the reporting currency is kept only where it differs from the amount beside it: which that is. */
export const sameUnlessKept: Readonly<Record<string, string>> = {
  valueMinor: 'netMinor',
  unitValueMinor: 'unitPriceMinor',
};

/** The value of a property, also of one that the graph leaves out where another says the same. */
export function propertyOf(variable: Cypher.Variable, name: string): Cypher.Expr {
  if (name === 'lineValueMinor') return lineValue(variable);
  const property = variable.property(name);
  const same = sameUnlessKept[name];
  return same === undefined ? property : Cypher.coalesce(property, variable.property(same));
}

/** The same as text, for statements that are not built. */
export function propertyText(variable: string, name: string): string {
  const same = sameUnlessKept[name];
  return same === undefined ? `${variable}.${name}` : `coalesce(${variable}.${name}, ${variable}.${same})`;
}

/** What a line comes to in the reporting currency. */
function lineValue(line: Cypher.Variable): Cypher.Expr {
  const discount = Cypher.coalesce(line.property('discountMinor'), new Cypher.Literal(0));
  const priced = Cypher.multiply(line.property('quantity'), line.property('unitPriceMinor'));
  return Cypher.coalesce(line.property('valueMinor'), Cypher.minus(priced, discount));
}
