import type { Scope } from '../../rules/index.ts';
import { type HopName, hopOf } from '../model.ts';
import { fieldOf } from '../resolve/fields.ts';
import { patternOf } from './patterns.ts';
import { propertyText } from './property-of.ts';

/** Where a rule's path leads, as a Cypher expression. */
export interface PrintedValue {
  readonly text: string;
  /** Minor units of the reporting currency. */
  readonly money: boolean;
}

/** The value at the end of a path of names from the object in `variable`; null in Cypher where a step leads nowhere. */
export function printValue(path: readonly string[], scope: Scope, variable: string): PrintedValue {
  let current = scope;
  let pattern = `(${variable})`;
  for (const name of path.slice(0, -1)) {
    for (const { type, direction } of patternOf(current, name as HopName).steps) {
      pattern += direction === 'right' ? `-[:${type}]->()` : `<-[:${type}]-()`;
    }
    current = hopOf(current, name as HopName).to;
  }
  const field = fieldOf(current, path.at(-1) ?? '');
  if (!field) throw new Error(`${scope} has no ${path.join('.')}`);
  const money = field.type === 'money';
  const own = (from: string) => {
    const text = propertyText(from, field.property);
    return field.type === 'textOrEmpty' ? `nullIf(${text}, '')` : text;
  };
  if (path.length === 1) return { text: own(variable), money };
  const reached = `${pattern.slice(0, -1)}reached)`;
  return { text: `head(COLLECT { MATCH ${reached} RETURN ${own('reached')} LIMIT 1 })`, money };
}
