import type { Scope } from '../../rules/index.ts';
import { type HopName, hopOf, hops } from '../model.ts';
import type { Operand } from '../plan.ts';
import { type Field, fieldOf } from './fields.ts';

const empties: Partial<Record<Field['type'], Operand['empty']>> = { levels: 'list', textOrEmpty: 'text' };

/** A value at the end of a path of names; undefined when a name is unknown. */
export function operandOf(path: readonly string[], scope: Scope): (Operand & Pick<Field, 'type'>) | undefined {
  const way = followSteps(path.slice(0, -1), scope);
  const field = way && fieldOf(way.scope, path.at(-1) ?? '');
  if (!way || !field) return undefined;
  return { path: way.steps, property: field.property, empty: empties[field.type] ?? null, type: field.type };
}

/** The to-one steps of a path, and the scope they lead to; undefined when a name is no such step. */
export function followSteps(
  path: readonly string[],
  scope: Scope,
): { readonly steps: readonly HopName[]; readonly scope: Scope } | undefined {
  const steps: HopName[] = [];
  let current = scope;
  for (const name of path) {
    const step = Object.entries(hops[current]).find(([hop, { many }]) => hop === name && !many)?.[0];
    if (step === undefined) return undefined;
    steps.push(step as HopName);
    current = hopOf(current, step as HopName).to;
  }
  return { steps, scope: current };
}
