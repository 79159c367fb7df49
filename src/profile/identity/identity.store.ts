import { alignLists, distinct, groupBy } from '../../catalogue/align.ts';
import {
  readFlag,
  readInteger,
  readOptionalInstant,
  readOptionalText,
  readText,
} from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { type CustomerRow, customerFromNode } from '../customer360/customer-row.ts';
import { type MergedCustomerRow, mergedCustomerFromNode } from '../customer360/evidence-rows.ts';
import { type CustomerEvidence, decisionFromRow, type ExplainedIdentifier, factFromRow } from './identity-evidence.ts';
import { type PossibleMatchRow, possibleMatchFromRow, seenFrom } from './possible-match.ts';

/** Different facts of one type that are read of a customer at most. */
const MOST_FACTS = 2_000;

const becameOf: Query = {
  name: 'identity.becameOf',
  text: `UNWIND $ids AS id
CALL (id) {
  MATCH (customer:Customer {id: id})
  RETURN customer, [customer] AS way
  UNION ALL
  MATCH path = (:MergedCustomer {id: id})-[:MERGED_INTO*1..]->(customer:Customer)
  RETURN customer, nodes(path) AS way
}
RETURN id, customer, way`,
};

// Orders and events that name the same tie the same: of these the oldest stands for all.
const activity = (relationship: string, label: string, at: string) => `COLLECT {
    MATCH (customer)-[:${relationship}]->(fact:${label})
    WITH fact ORDER BY fact.${at}, fact.key
    WITH fact.strongKeys AS strongKeys, fact.weakKeys AS weakKeys, fact.recordKey AS recordKey,
      coalesce(fact.anonymous, false) AS anonymous, collect(fact)[0] AS first, count(*) AS count
    ORDER BY first.${at}, first.key LIMIT $most
    RETURN {key: first.key, at: first.${at}, strongKeys: strongKeys, weakKeys: weakKeys, recordKey: recordKey,
      anonymous: anonymous, count: count}
  }`;

const evidence: Query = {
  name: 'identity.evidence',
  text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN id, COUNT { (customer)-[:HAS_RECORD]->() } AS recordCount, COUNT { (customer)-[:PLACED]->() } AS orderCount,
  COUNT { (customer)-[:PERFORMED]->() } AS eventCount,
  COLLECT {
    MATCH (customer)-[:HAS_RECORD]->(fact:SourceRecord)
    WITH fact ORDER BY NOT fact.key IN $wanted, fact.observedAt, fact.key LIMIT $most
    RETURN fact {.key, at: fact.observedAt, .strongKeys, .weakKeys, .anonymous, count: 1}
  } AS records,
  ${activity('PLACED', 'Order', 'placedAt')} AS orders,
  ${activity('PERFORMED', 'Event', 'occurredAt')} AS events,
  COLLECT {
    MATCH (customer)-[:HAS_RECORD]->(one:SourceRecord)-[decision:DECIDED {verdict: 'TOGETHER'}]->(other:SourceRecord)
    WHERE EXISTS { (customer)-[:HAS_RECORD]->(other) }
    WITH one, decision, other ORDER BY decision.at, one.key, other.key LIMIT $most
    RETURN decision {.*, one: one.key, other: other.key}
  } AS decisions`,
};

const identifiersByKey: Query = {
  name: 'identity.identifiersByKey',
  text: `UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
RETURN identifier`,
};

const matchesOf: Query = {
  name: 'identity.possibleMatches',
  text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})-[match:POSSIBLE_MATCH]-(:Customer)
RETURN customer.id AS id, match AS found
ORDER BY match.scoreMillionths IS NULL, match.scoreMillionths DESC, match.via, match.oneFact, match.otherFact`,
};

/** What became of a customer id. */
export interface Fate {
  readonly customer: CustomerRow;
  /** The merges that lead from the id to the living customer, in that order; empty for a living one. */
  readonly merged: readonly MergedCustomerRow[];
}

/** Reads what identity was decided on. Every call is one statement, whatever the number asked for; results stand in that order. */
export interface IdentityStore {
  /** Null for an id that never was. */
  fatesOf(ids: readonly string[]): Promise<(Fate | null)[]>;
  /** Of living customers, by id; of those with more facts than are read, the oldest, but always the records that are `wanted`. */
  evidenceOf(ids: readonly string[], wanted?: readonly string[]): Promise<ReadonlyMap<string, CustomerEvidence>>;
  /** By key; keys that are not there are left out. */
  identifiersByKey(keys: readonly string[]): Promise<ReadonlyMap<string, ExplainedIdentifier>>;
  /** `one` is the customer asked for; the likeliest first, then by identifier and facts. */
  possibleMatchesOf(ids: readonly string[]): Promise<PossibleMatchRow[][]>;
}

export function createIdentityStore(database: Database): IdentityStore {
  return {
    async fatesOf(ids) {
      const rows = await database.read<{ id: string; customer: Row; way: Row[] }>(becameOf, { ids: distinct(ids) });
      const fates = new Map(
        rows.map(({ id, customer, way }): [string, Fate] => [
          id,
          {
            customer: customerFromNode(customer),
            merged: way
              .slice(0, -1)
              .map((merged, at) => mergedCustomerFromNode({ ...merged, intoId: (way[at + 1] as Row).id })),
          },
        ]),
      );
      return ids.map((id) => fates.get(id) ?? null);
    },
    async evidenceOf(ids, wanted = []) {
      if (ids.length === 0) return new Map();
      const rows = await database.read<EvidenceRow>(evidence, {
        ids: distinct(ids),
        wanted: distinct(wanted),
        most: MOST_FACTS,
      });
      return new Map(rows.map((row) => [row.id, evidenceFromRow(row)]));
    },
    async identifiersByKey(keys) {
      if (keys.length === 0) return new Map();
      const rows = await database.read<{ identifier: Row }>(identifiersByKey, { keys: distinct(keys) });
      const found = rows.map(({ identifier }) => explainedIdentifierFromNode(identifier));
      return new Map(found.map((identifier) => [identifier.key, identifier]));
    },
    async possibleMatchesOf(ids) {
      const rows = await database.read<{ id: string; found: Row }>(matchesOf, { ids: distinct(ids) });
      const groups = [...groupBy(rows, ({ id }) => id)];
      return alignLists(
        ids,
        new Map(groups.map(([id, group]) => [id, group.map(({ found }) => seenFrom(id, possibleMatchFromRow(found)))])),
      );
    },
  };
}

type EvidenceRow = Row & { id: string; records: Row[]; orders: Row[]; events: Row[]; decisions: Row[] };

function evidenceFromRow({ records, orders, events, decisions, ...row }: EvidenceRow): CustomerEvidence {
  return {
    recordCount: readInteger(row, 'recordCount'),
    orderCount: readInteger(row, 'orderCount'),
    eventCount: readInteger(row, 'eventCount'),
    facts: [
      ...records.map((record) => factFromRow('customer', record)),
      ...orders.map((order) => factFromRow('order', order)),
      ...events.map((event) => factFromRow('event', event)),
    ],
    decisions: decisions.map(decisionFromRow),
    cut: [records, orders, events, decisions].some(({ length }) => length === MOST_FACTS),
  };
}

/** Reads an Identifier node for an explanation. */
export function explainedIdentifierFromNode(properties: Row): ExplainedIdentifier {
  const key = readText(properties, 'key');
  return {
    node: `identifier:${key}`,
    key,
    kind: readText(properties, 'kind'),
    scope: readOptionalText(properties, 'scope') || null,
    value: readText(properties, 'value'),
    strength: readText(properties, 'strength') === 'strong' ? 'STRONG' : 'WEAK',
    shared: readFlag(properties, 'shared'),
    until: readOptionalInstant(properties, 'until'),
  };
}
