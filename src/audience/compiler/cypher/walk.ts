import Cypher from '@neo4j/cypher-builder';
import type { Scope } from '../../rules/index.ts';
import { type HopName, hopOf } from '../model.ts';
import type { Binding } from './binding.ts';
import type { Names } from './names.ts';
import { patternOf, type StepPattern } from './patterns.ts';

/** A pattern over one step of a plan. */
export interface Walk {
  readonly pattern: Cypher.Pattern;
  /** The object at the far end; where nothing names it, the near one, which counts as often. */
  readonly object: Binding;
  /** What must hold between the ends. */
  readonly between: Cypher.Predicate | undefined;
}

/** What a walk starts from, and the variables that are there already. */
export interface WalkEnds {
  readonly near: Binding;
  /** The far object; for a line its relationship. Missing: nothing speaks of it. */
  readonly far?: Cypher.Node;
  /** Ends of the far line that are known already. */
  readonly product?: Cypher.Node;
  readonly order?: Cypher.Node;
  /** Write the pattern from the far end, where the rows come from. */
  readonly reversed?: boolean;
}

/** The pattern of a step from one object to the other. */
export function walk(scope: Scope, hop: HopName, ends: WalkEnds, names: Names): Walk {
  const { near, far, reversed = false } = ends;
  const { steps } = patternOf(scope, hop);
  const isLine = hopOf(scope, hop).to === 'line';
  const between = steps.slice(0, -1).map(() => ends.order ?? names.variable('order'));
  // a line lies between its order and its product: one of them is where the walk comes from, the other where it ends
  const endOrder = isLine && scope === 'product' ? (ends.order ?? names.variable('order')) : undefined;
  const endProduct = isLine && far && !endOrder ? (ends.product ?? names.variable('product')) : undefined;
  const nodes = [near.variable, ...between, isLine ? (endOrder ?? endProduct) : far];
  const relationships = steps.map((_, index) => (isLine && index === steps.length - 1 ? far : undefined));
  const pattern = reversed
    ? chain([...nodes].reverse(), [...relationships].reverse(), [...steps].reverse().map(turned))
    : chain(nodes, relationships, steps);
  const purchases = [...between, ...(endOrder ? [endOrder] : [])].map((order) =>
    Cypher.eq(order.property('isPurchase'), Cypher.true),
  );
  const object = farObject(scope, hop, near, far, {
    product: endOrder ? near.variable : endProduct,
    order: endOrder ?? between[0] ?? near.variable,
  });
  return { pattern, object, between: Cypher.and(...purchases) };
}

/** Where nothing names the far object, the near one, which counts as often. */
function farObject(
  scope: Scope,
  hop: HopName,
  near: Binding,
  far: Cypher.Node | undefined,
  ends: { readonly product: Cypher.Node | undefined; readonly order: Cypher.Node },
): Binding {
  if (!far) return near;
  const { to } = hopOf(scope, hop);
  return to === 'line' ? { scope: to, variable: far, ...ends } : { scope: to, variable: far };
}

function chain(
  nodes: readonly (Cypher.Node | undefined)[],
  relationships: readonly (Cypher.Node | undefined)[],
  steps: readonly StepPattern[],
): Cypher.Pattern {
  return steps.reduce((pattern, { type, direction }, index) => {
    const relationship = relationships[index];
    const options = { type, direction };
    const partial = relationship ? pattern.related(relationship, options) : pattern.related(options);
    return partial.to(nodes[index + 1]);
  }, new Cypher.Pattern(nodes[0]));
}

function turned(step: StepPattern): StepPattern {
  return { ...step, direction: step.direction === 'right' ? 'left' : 'right' };
}
