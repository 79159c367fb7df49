import type { Row } from '../platform/neo4j/database.ts';

/** The named properties of a node as a map, in Cypher: what is not read is not sent. */
export function mapOf(variable: string, names: readonly string[]): string {
  return `${variable} {${names.map((name) => `.${name}`).join(', ')}}`;
}

// Properties called …At are instants. In a list they travel as milliseconds, which are much cheaper to read than instants.
const isInstant = (name: string) => name.endsWith('At');

/** The same as a list, for many nodes in one row: their names are not sent with each of them. `fromList` gives them back. */
export function listOf(variable: string, names: readonly string[]): string {
  return `[${names.map((name) => `${variable}.${name}${isInstant(name) ? '.epochMillis' : ''}`).join(', ')}]`;
}

/** The properties that `listOf` made a list of. */
export function fromList(names: readonly string[], values: readonly unknown[]): Row {
  const row: Row = {};
  for (let index = 0; index < names.length; index++) {
    const [name, value] = [names[index] as string, values[index]];
    row[name] = typeof value === 'number' && isInstant(name) ? new Date(value) : value;
  }
  return row;
}
