import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import { instantOf, listedRows } from '../../platform/neo4j/listed-rows.ts';
import type { PersonalFact } from '../records/facts.ts';
import { type OnRow, on, readWeakStates, type WeakIdentifierState } from './identifiers.store.ts';
import { keyAt, noPeriods, type Periods, periodOf } from './owner-periods.ts';
import { noteSeen, type SeenIdentifier } from './seen-identifiers.ts';

export interface ClaimedIdentifiers {
  /** The customers of each strong identifier that has any, but of shared ones none. */
  readonly pointers: Map<string, readonly string[]>;
  readonly shared: Set<string>;
  readonly weak: Map<string, WeakIdentifierState>;
  /** Of the identifiers that changed hands. */
  readonly periods: Periods;
}

/** Nothing claimed: for those who name every customer concerned. */
export const noneClaimed = (): ClaimedIdentifiers => ({
  pointers: new Map(),
  shared: new Set(),
  weak: new Map(),
  periods: noPeriods,
});

const noteSeenAgain = (seen: Record<'firstSeenAt' | 'lastSeenAt' | 'sources', string>) => `identifier.lastSeenAt =
  CASE WHEN ${seen.lastSeenAt} > identifier.lastSeenAt THEN ${seen.lastSeenAt} ELSE identifier.lastSeenAt END
FOREACH (_ IN CASE WHEN ${seen.firstSeenAt} < identifier.firstSeenAt THEN [1] ELSE [] END |
  SET identifier.firstSeenAt = ${seen.firstSeenAt})
FOREACH (source IN [source IN ${seen.sources} WHERE NOT source IN identifier.sources] |
  SET identifier.sources = identifier.sources + source)
WITH identifier
OPTIONAL MATCH (identifier)-[on:IDENTIFIES]->(customer:Customer) WHERE NOT identifier.shared
RETURN ${on}, identifier.reissuedAt AS reissuedAt`;

// The SET takes the write lock before the pointer is read, so that nobody moves it until we have committed. Customers are
// locked once all identifiers and facts are: two that lock each other's in turn would wait for one another.
const again = listedRows('row', ['key', 'firstSeenAt', 'lastSeenAt', 'sources']);
const claimKnown: Query = {
  name: 'identity.claimIdentifiers',
  text: `
UNWIND $rows AS row
MATCH (identifier:Identifier {key: ${again.at.key}})
WITH identifier, ${instantOf(again.at.firstSeenAt)} AS firstSeenAt, ${instantOf(again.at.lastSeenAt)} AS lastSeenAt,
  ${again.at.sources} AS sources
SET ${noteSeenAgain({ firstSeenAt: 'firstSeenAt', lastSeenAt: 'lastSeenAt', sources: 'sources' })}`,
};

// Another call may create one of them meanwhile: then this waits for it and finds what it wrote.
const claimNew: Query = {
  name: 'identity.createIdentifiers',
  text: `
UNWIND $rows AS row
MERGE (identifier:Identifier {key: row.key})
ON CREATE SET identifier.kind = row.kind, identifier.scope = row.scope, identifier.value = row.value,
  identifier.strength = row.strength, identifier.shared = false, identifier.lastSeenAt = row.lastSeenAt,
  identifier.firstSeenAt = row.firstSeenAt, identifier.sources = row.sources,
  identifier.until = row.until, identifier.plainKey = row.plainKey
ON MATCH SET ${noteSeenAgain({ firstSeenAt: 'row.firstSeenAt', lastSeenAt: 'row.lastSeenAt', sources: 'row.sources' })}`,
};

interface ClaimedRow extends OnRow {
  reissuedAt: Date[] | null;
}

/** What facts say of identifiers, by key and in key order. */
function identifierRows(facts: readonly PersonalFact[]): Map<string, SeenIdentifier> {
  const rows = new Map<string, SeenIdentifier>();
  for (const fact of facts) {
    for (const { key, kind, scope, normalised, strength } of fact.identifiers)
      if (key !== null && normalised !== null) noteSeen(rows, fact, { key, kind, scope, value: normalised, strength });
    if (fact.type === 'event' && fact.deviceIdentifier?.key) {
      const { key, kind, scope, normalised, strength } = fact.deviceIdentifier;
      noteSeen(rows, fact, { key: key as string, kind, scope, value: normalised as string, strength });
    }
  }
  return new Map([...rows].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Identifiers as their earlier owners had them, of facts that were seen then; in key order. */
function rowsBefore(
  facts: readonly PersonalFact[],
  plain: ReadonlyMap<string, SeenIdentifier>,
  periods: Periods,
): SeenIdentifier[] {
  const rows = new Map<string, SeenIdentifier>();
  for (const fact of facts)
    for (const key of fact.strongKeys) {
      const then = keyAt(key, fact.seenAt, periods);
      const row = plain.get(key);
      if (then !== key && row) noteSeen(rows, fact, { ...row, key: then, ...periodOf(then) });
    }
  return [...rows.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/**
 * Creates or finds the identifiers that facts name, write-locks them in key order, notes when and by whom they were seen,
 * and reads which customers are behind them.
 */
export async function claimIdentifiers(
  transaction: Transaction,
  facts: readonly PersonalFact[],
): Promise<ClaimedIdentifiers> {
  const rows = identifierRows(facts);
  if (rows.size === 0) return noneClaimed();
  const listed = [...rows.values()].map(({ firstSeenAt, lastSeenAt, ...row }) =>
    again.list({ ...row, firstSeenAt: firstSeenAt.getTime(), lastSeenAt: lastSeenAt.getTime() }),
  );
  const found = await transaction.runRows<ClaimedRow>(claimKnown, listed);
  const existing = new Set(found.map((row) => row.key));
  const unknown = [...rows.values()].filter(({ key }) => !existing.has(key));
  found.push(...(await transaction.runRows<ClaimedRow>(claimNew, unknown)));
  const periods = new Map(found.flatMap(({ key, reissuedAt }) => (reissuedAt === null ? [] : [[key, reissuedAt]])));
  const before = periods.size > 0 ? rowsBefore(facts, rows, periods) : [];
  found.push(...(await transaction.runRows<ClaimedRow>(claimNew, before)));
  for (const row of before) rows.set(row.key, row);
  const isStrong = ({ key }: OnRow) => rows.get(key)?.strength === 'strong';
  const pointers = new Map<string, string[]>();
  for (const row of found.filter(isStrong))
    if (row.customer !== null) pointers.set(row.key, [...(pointers.get(row.key) ?? []), row.customer]);
  return {
    pointers,
    shared: new Set(found.filter((row) => row.shared).map((row) => row.key)),
    weak: readWeakStates(found.filter((row) => !isStrong(row))),
    periods,
  };
}
