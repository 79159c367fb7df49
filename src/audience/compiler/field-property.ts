import type { Scope } from '../rules/index.ts';
import { nodes } from './cypher/patterns.ts';
import { type HopName, hops } from './model.ts';
import { isIndexed } from './passes/indexes.ts';
import { fieldOf } from './resolve/fields.ts';

/** Where the values of a rule's field are kept. */
export interface FieldProperty {
  readonly scope: Scope;
  readonly label: string;
  readonly property: string;
  /** Whether it holds several values. */
  readonly list: boolean;
}

/** Where the values at the end of a path are kept; null where they are not kept as they are: lines, and what follows from others. */
export function propertyAt(scope: Scope, path: readonly string[]): FieldProperty | null {
  let current = scope;
  for (const name of path.slice(0, -1)) {
    const step = (hops[current] as Partial<Record<string, { readonly to: Scope }>>)[name as HopName];
    if (!step) return null;
    current = step.to;
  }
  const field = fieldOf(current, path.at(-1) ?? '');
  if (!field || current === 'line' || field.type === 'habit') return null;
  const { property, type } = field;
  return { scope: current, label: nodes[current].label, property, list: type === 'texts' || type === 'levels' };
}

/** Whether the graph finds objects by the beginning of this property. */
export function hasIndex({ scope, property }: FieldProperty): boolean {
  return isIndexed(scope, property);
}
