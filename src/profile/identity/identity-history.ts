import { alignLists, distinct, groupBy } from '../../catalogue/align.ts';
import {
  readChoice,
  readInstant,
  readOptionalInstant,
  readOptionalText,
  readTexts,
} from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import type { FactRef } from './identity-evidence.ts';
import { factRef, factRefOf, identifierOf } from './name-facts.ts';

const historyOf: Query = {
  name: 'identity.history',
  text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  RETURN {kind: 'CREATED', at: customer.createdAt} AS event
  UNION ALL
  MATCH (customer)<-[:MERGED_INTO*0..]-(into)<-[:MERGED_INTO]-(merged:MergedCustomer)
  RETURN {kind: 'MERGED', at: merged.mergedAt, id: merged.mergeId, cause: merged.cause, via: merged.via,
    because: merged.because, others: [merged.id], into: into.id} AS event
  UNION ALL
  MATCH (customer)<-[:MERGED_INTO*0..]-(into)<-[:INTO]-(undone:UndoneMerge)-[:FROM]->(freed)
  RETURN undone {.*, kind: 'MERGED', others: [freed.id], into: into.id} AS event
  UNION ALL
  MATCH (customer)<-[:MERGED_INTO*0..]-(self)<-[:FROM]-(undone:UndoneMerge)-[:INTO]->(into)
  RETURN undone {.*, kind: 'MERGED_AWAY', others: [into.id], into: self.id} AS event
  UNION ALL
  MATCH (customer)<-[:MERGED_INTO*0..]-(self)<-[:FROM]-(split:IdentitySplit)
  RETURN {kind: 'SPLIT_OFF', at: split.at, id: split.id, cause: split.cause, into: self.id,
    others: COLLECT { MATCH (split)-[:INTO]->(made) RETURN made.id ORDER BY made.id }} AS event
  UNION ALL
  MATCH (customer)<-[:MERGED_INTO*0..]-(self)<-[:INTO]-(split:IdentitySplit)
  RETURN {kind: 'SPLIT_FROM', at: split.at, id: split.id, cause: split.cause, into: self.id,
    others: COLLECT { MATCH (split)-[:FROM]->(before) RETURN before.id ORDER BY before.id }} AS event
  UNION ALL
  MATCH (customer)<-[:IDENTIFIES]-(identifier:Identifier)
  MATCH (plain:Identifier {key: coalesce(identifier.plainKey, identifier.key)})<-[:OF]-(reissue:IdentifierReissue)
  RETURN DISTINCT reissue {.*, kind: 'REISSUED', via: plain.key} AS event
  UNION ALL
  MATCH (customer)-[:HAS_RECORD]->(own:SourceRecord)-[decision:DECIDED|DECIDED_ONCE]-(other:SourceRecord)
  WITH decision.id AS id, decision.verdict AS verdict, decision.reason AS reason, decision.actor AS actor,
    decision.at AS at, decision {.endedAt, .endedBy, .endedBecause} AS end, customer, collect(DISTINCT own.key) AS own,
    collect(DISTINCT other) AS others
  RETURN {kind: CASE verdict WHEN 'APART' THEN 'KEPT_APART' ELSE 'KEPT_TOGETHER' END, at: at, id: id, reason: reason,
    actor: actor, endedAt: end.endedAt, endedBy: end.endedBy, endedBecause: end.endedBecause, records: own, otherRecords: [other IN others WHERE NOT other.key IN own | other.key],
    others: COLLECT {
      UNWIND others AS other
      MATCH (holder:Customer)-[:HAS_RECORD]->(other) WHERE holder <> customer
      RETURN DISTINCT holder.id ORDER BY holder.id
    }} AS event
}
RETURN id, event`,
};

export const historyKinds = [
  'CREATED',
  'MERGED',
  'MERGED_AWAY',
  'SPLIT_OFF',
  'SPLIT_FROM',
  'KEPT_APART',
  'KEPT_TOGETHER',
  'REISSUED',
] as const;

/** Something that happened to who a customer is. */
export interface IdentityEvent {
  readonly kind: (typeof historyKinds)[number];
  readonly at: Date;
  /** Of the merge, split or decision. */
  readonly id: string | null;
  readonly cause: string | null;
  readonly via: { readonly kind: string; readonly scope: string | null; readonly value: string } | null;
  readonly because: FactRef | null;
  /** Ids of the other customers, as they were then. */
  readonly otherIds: readonly string[];
  /** The id that this happened to, where that was merged into this customer since. */
  readonly asId: string | null;
  readonly records: readonly FactRef[];
  readonly otherRecords: readonly FactRef[];
  readonly reason: string | null;
  readonly actor: string | null;
  /** Of an identifier that changed hands: the first instant of its new owner. */
  readonly from: Date | null;
  /** How a merge was undone or a decision taken back; null for what stands. */
  readonly ended: { readonly at: Date; readonly actor: string | null; readonly reason: string | null } | null;
}

/** What happened to who some customers are, newest first, in one statement; one list for every id, in that order. */
export async function readHistories(database: Database, ids: readonly string[]): Promise<IdentityEvent[][]> {
  const rows = await database.read<{ id: string; event: Row }>(historyOf, { ids: distinct(ids) });
  const groups = [...groupBy(rows, ({ id }) => id)];
  return alignLists(
    ids,
    new Map(groups.map(([id, group]) => [id, inOrder(group.map((row) => eventOf(id, row.event)))])),
  );
}

function eventOf(customer: string, row: Row): IdentityEvent {
  const records = (name: string) =>
    readTexts(row, name)
      .sort()
      .map((key) => factRef('customer', key));
  const into = readOptionalText(row, 'into');
  return {
    kind: readChoice(row, 'kind', historyKinds),
    at: readInstant(row, 'at'),
    id: readOptionalText(row, 'id'),
    cause: readOptionalText(row, 'cause'),
    via: identifierOf(readOptionalText(row, 'via')),
    because: factRefOf(readOptionalText(row, 'because')),
    otherIds: readTexts(row, 'others'),
    asId: into === customer ? null : into,
    records: records('records'),
    otherRecords: records('otherRecords'),
    reason: readOptionalText(row, 'reason'),
    actor: readOptionalText(row, 'actor'),
    from: readOptionalInstant(row, 'from'),
    ended: endOf(row),
  };
}

function endOf(row: Row): IdentityEvent['ended'] {
  const at = readOptionalInstant(row, 'endedAt');
  const [actor, reason] = [readOptionalText(row, 'endedBy'), readOptionalText(row, 'endedBecause')];
  return at && { at, actor, reason };
}

/** A split or an undone merge whose both sides are this customer (again) is told once: as SPLIT_OFF, as MERGED. */
function inOrder(events: readonly IdentityEvent[]): IdentityEvent[] {
  const idsOf = (told: IdentityEvent['kind']) =>
    new Set(events.filter(({ kind }) => kind === told).map(({ id }) => id));
  const [splitOff, merged] = [idsOf('SPLIT_OFF'), idsOf('MERGED')];
  const age = ({ kind }: IdentityEvent) => (kind === 'CREATED' ? 1 : 0);
  return events
    .filter(
      ({ kind, id }) => (kind !== 'SPLIT_FROM' || !splitOff.has(id)) && (kind !== 'MERGED_AWAY' || !merged.has(id)),
    )
    .sort(
      (one, other) =>
        other.at.getTime() - one.at.getTime() || age(one) - age(other) || ((one.id ?? '') > (other.id ?? '') ? -1 : 1),
    );
}
