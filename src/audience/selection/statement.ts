import type { Parameters } from '../../platform/neo4j/database.ts';

/** Cypher with its values; a part of a statement, or the whole. */
export interface Statement {
  readonly text: string;
  readonly parameters: Parameters;
}

/** The part of a statement that finds the nodes of a list, as `node`. */
export interface Selected extends Statement {
  /** How they are found, where a rule says which they are: only its start matters here. */
  readonly plan?: { readonly source: { readonly kind: string } };
}

/** A list before it is cut into pages: what one gets with more predicates on `node` in its first WHERE. Ends with `node` in scope. */
export interface ListSource {
  /** Name of its statements, e.g. `customers`. */
  readonly name: string;
  select(extra: { predicates: readonly string[]; parameters: Parameters }): Selected;
}

/** The same part with its parameters renamed, so that several parts can stand in one statement. Those in `shared` keep their names. */
export function withPrefix(part: Statement, prefix: string, shared: readonly string[] = []): Statement {
  const renamed = (name: string) => (shared.includes(name) || !(name in part.parameters) ? name : `${prefix}${name}`);
  return {
    text: part.text.replace(/\$(\w+)/g, (_, name: string) => `$${renamed(name)}`),
    parameters: Object.fromEntries(Object.entries(part.parameters).map(([name, value]) => [renamed(name), value])),
  };
}

/** Text moved in by two spaces, for a subquery. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
