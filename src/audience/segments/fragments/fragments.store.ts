import { readChoice, readInstant, readOptionalText, readText } from '../../../catalogue/read-properties.ts';
import type { Query, Row, Transaction } from '../../../platform/neo4j/database.ts';
import type { Scope } from '../../rules/index.ts';
import type { Run } from '../segments.store.ts';

/** A named part of rules, as the graph keeps it. */
export interface FragmentRow {
  /** Unique; rules name it by this. */
  readonly name: string;
  /** What it speaks of. */
  readonly scope: Scope;
  readonly description: string | null;
  /** Canonical text; `$name` stands for what a rule gives with it. */
  readonly rule: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const scopes = [
  ...(['customer', 'order', 'line', 'product', 'store', 'staff', 'event', 'identifier', 'device'] as const),
] satisfies readonly Scope[];

const findAll: Query = {
  name: 'fragments.all',
  text: 'MATCH (fragment:RuleFragment) RETURN fragment ORDER BY fragment.name',
};

// whoever writes holds the segments' lock, so that a name is there once
const write: Query = {
  name: 'fragments.write',
  text: `MERGE (fragment:RuleFragment {name: $name})
ON CREATE SET fragment.createdAt = $now
SET fragment += $properties, fragment.updatedAt = $now
RETURN fragment`,
};

const remove: Query = {
  name: 'fragments.delete',
  text: 'MATCH (fragment:RuleFragment {name: $name}) DELETE fragment',
};

const fragmentFromNode = (properties: Row): FragmentRow => ({
  name: readText(properties, 'name'),
  scope: readChoice(properties, 'scope', scopes),
  description: readOptionalText(properties, 'description'),
  rule: readText(properties, 'rule'),
  createdAt: readInstant(properties, 'createdAt'),
  updatedAt: readInstant(properties, 'updatedAt'),
});

/** All fragments, by name. */
export async function readFragments(run: Run): Promise<FragmentRow[]> {
  return (await run<{ fragment: Row }>(findAll)).map(({ fragment }) => fragmentFromNode(fragment));
}

/** Creates a fragment, or replaces what it says. */
export async function writeFragment(
  transaction: Transaction,
  { name, ...properties }: Pick<FragmentRow, 'name' | 'scope' | 'description' | 'rule'>,
  now: Date,
): Promise<FragmentRow> {
  const [row] = await transaction.run<{ fragment: Row }>(write, { name, properties, now });
  if (!row) throw new Error(`The fragment ${name} was not written.`);
  return fragmentFromNode(row.fragment);
}

/** Deletes a fragment. */
export async function deleteFragment(transaction: Transaction, name: string): Promise<void> {
  await transaction.run(remove, { name });
}
