import Cypher from '@neo4j/cypher-builder';
import { hopOf } from '../model.ts';
import type { Operand } from '../plan.ts';
import { type Binding, endOfLine } from './binding.ts';
import type { Names } from './names.ts';
import { propertyOf } from './property-of.ts';
import { walk } from './walk.ts';

/** The value of an operand as an expression; null where it is missing. */
export function printOperand(operand: Operand, binding: Binding, names: Names): Cypher.Expr {
  const [hop, ...path] = operand.path;
  if (hop === undefined) return propertyValue(operand, binding.variable);
  const end = endOfLine(binding, hop);
  if (end) return printOperand({ ...operand, path }, end, names);
  const { to } = hopOf(binding.scope, hop);
  const far = names.variable(to);
  const { pattern } = walk(binding.scope, hop, { near: binding, far }, names);
  const inner = printOperand({ ...operand, path }, { scope: to, variable: far }, names);
  return Cypher.head(new Cypher.PatternComprehension(pattern).map(inner));
}

function propertyValue({ property, empty }: Operand, variable: Cypher.Variable): Cypher.Expr {
  const value = propertyOf(variable, property);
  if (empty === null) return value;
  const there =
    empty === 'list' ? Cypher.gt(Cypher.size(value), new Cypher.Literal(0)) : Cypher.neq(value, new Cypher.Literal(''));
  return new Cypher.Case().when(there).then(value);
}
