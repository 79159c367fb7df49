import type Cypher from '@neo4j/cypher-builder';
import type { Scope } from '../../rules/index.ts';
import type { HopName } from '../model.ts';

/** An object in hand: which variable it is, and for a line, the variables at its two ends. */
export interface Binding {
  readonly scope: Scope;
  readonly variable: Cypher.Node;
  readonly product?: Cypher.Node;
  readonly order?: Cypher.Node;
}

/** The end of a line that a step leads to, which is in hand with the line; undefined for any other step. */
export function endOfLine(binding: Binding, hop: HopName): Binding | undefined {
  if (hop === 'product' && binding.product) return { scope: 'product', variable: binding.product };
  if (hop === 'order' && binding.order) return { scope: 'order', variable: binding.order };
  return undefined;
}
