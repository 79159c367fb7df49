import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { Stamp } from '../identity/decisions.store.ts';

/** An identifier as somebody named it who told that it changed hands. */
export interface ReissuedIdentifier {
  readonly key: string;
  readonly kind: string;
  readonly scope: string;
  readonly value: string;
}

// Seen by nobody yet: whoever names it first says when.
const claim: Query = {
  name: 'restitch.claimReissued',
  text: `
MERGE (identifier:Identifier {key: $key})
ON CREATE SET identifier.kind = $kind, identifier.scope = $scope, identifier.value = $value, identifier.strength = 'strong',
  identifier.shared = false, identifier.firstSeenAt = $never, identifier.lastSeenAt = $beginning, identifier.sources = []
SET identifier.key = identifier.key
RETURN coalesce(identifier.reissuedAt, []) AS reissuedAt`,
};
const NEVER = new Date('9999-12-31T00:00:00Z');

/** Write-locks an identifier, whether it was ever seen or not, and tells when it changed hands. */
export async function claimReissued(transaction: Transaction, identifier: ReissuedIdentifier): Promise<Date[]> {
  const [row] = await transaction.run<{ reissuedAt: Date[] }>(claim, {
    ...identifier,
    never: NEVER,
    beginning: new Date(0),
  });
  return row?.reissuedAt ?? [];
}

const create: Query = {
  name: 'restitch.createReissue',
  text: `
MATCH (identifier:Identifier {key: $key})
SET identifier.reissuedAt = $reissuedAt
CREATE (:IdentifierReissue {id: $id, from: $from, kind: $kind, scope: $scope, value: $value, actor: $actor, reason: $reason, at: $now})
  -[:OF]->(identifier)`,
};

/** What was told of an identifier. */
export interface NewReissue extends Stamp {
  readonly id: string;
  readonly from: Date;
  readonly now: Date;
  /** Kind, scope and value as they were given. */
  readonly kind: string;
  readonly scope: string;
  readonly value: string;
}

/** Notes that an identifier is somebody else's from an instant on. */
export async function createReissue(
  transaction: Transaction,
  key: string,
  reissue: NewReissue,
  reissuedAt: readonly Date[],
) {
  await transaction.run(create, { key, ...reissue, reissuedAt });
}

const end: Query = {
  name: 'restitch.endReissue',
  text: `
MATCH (reissue:IdentifierReissue {id: $id})-[:OF]->(identifier:Identifier)
WHERE reissue.endedAt IS NULL
SET reissue += {endedAt: $now, endedBy: $actor, endedBecause: $reason}
WITH identifier, reissue, [instant IN identifier.reissuedAt WHERE instant <> reissue.from] AS left
SET identifier.reissuedAt = CASE WHEN size(left) > 0 THEN left END
RETURN identifier.key AS key, reissue.from AS from, left`,
};

/** A reissue that was taken back: of which identifier, from when, and when else it changed hands. */
export interface EndedReissue {
  readonly key: string;
  readonly from: Date;
  readonly left: readonly Date[];
}

/** Takes a reissue back; null when none of that id stands. */
export async function endReissue(
  transaction: Transaction,
  id: string,
  stamp: Stamp & { readonly now: Date },
): Promise<EndedReissue | null> {
  return (await transaction.run<EndedReissue & Record<string, unknown>>(end, { id, ...stamp }))[0] ?? null;
}

const standing: Query = {
  name: 'restitch.standingReissues',
  text: `
MATCH (reissue:IdentifierReissue)-[:OF]->(identifier:Identifier)
WHERE reissue.endedAt IS NULL
RETURN reissue.id AS id, reissue.kind AS kind, reissue.scope AS scope, reissue.value AS value, identifier.key AS key
ORDER BY id`,
};
const move: Query = {
  name: 'restitch.moveReissue',
  text: `
MATCH (reissue:IdentifierReissue {id: $id})-[of:OF]->(before:Identifier)
MATCH (after:Identifier {key: $key})
DELETE of
CREATE (reissue)-[:OF]->(after)
WITH reissue, after, before, [instant IN before.reissuedAt WHERE instant <> reissue.from] AS left
SET before.reissuedAt = CASE WHEN size(left) > 0 THEN left END
SET after.reissuedAt = coalesce(after.reissuedAt, []) + reissue.from
WITH after UNWIND after.reissuedAt AS instant
WITH DISTINCT after, instant ORDER BY instant
WITH after, collect(instant) AS instants
SET after.reissuedAt = instants`,
};

/** What was told of identifiers and stands, with the key that each is under. */
export function readStandingReissues(transaction: Transaction) {
  return transaction.run<{ id: string; kind: string; scope: string; value: string; key: string }>(standing);
}

/** Moves a reissue to the key that the identifier is under from now on. */
export async function moveReissue(transaction: Transaction, id: string, key: string) {
  await transaction.run(move, { id, key });
}
