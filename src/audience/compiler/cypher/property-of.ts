import Cypher from '@neo4j/cypher-builder';

// Money in the reporting currency is kept only where it differs from the amount beside it.
const sameUnlessKept: Readonly<Record<string, string>> = { valueMinor: 'netMinor', unitValueMinor: 'unitPriceMinor' };

/** The value of a property, also of one that the graph leaves out where another says the same. */
export function propertyOf(variable: Cypher.Variable, name: string): Cypher.Expr {
  const property = variable.property(name);
  const same = sameUnlessKept[name];
  return same === undefined ? property : Cypher.coalesce(property, variable.property(same));
}

/** The same as text, for statements that are not built. */
export function propertyText(variable: string, name: string): string {
  const same = sameUnlessKept[name];
  return same === undefined ? `${variable}.${name}` : `coalesce(${variable}.${name}, ${variable}.${same})`;
}
