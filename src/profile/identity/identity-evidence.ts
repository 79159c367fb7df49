import {
  readChoice,
  readFlag,
  readInstant,
  readInteger,
  readOptionalInstant,
  readOptionalText,
  readText,
} from '../../catalogue/read-properties.ts';
import { type EvidenceType, nodeOf, toKeys } from '../../intake/identity/evidence.ts';
import type { Row } from '../../platform/neo4j/database.ts';

/** A record, order or event, as its source names it. `id` is the record id, order number or event id. */
export interface FactRef {
  readonly type: 'RECORD' | 'ORDER' | 'EVENT';
  readonly source: string;
  readonly id: string;
}

/** An identifier as it is shown in an explanation. */
export interface ExplainedIdentifier {
  /** Its name in the graph of an explanation. */
  readonly node: string;
  readonly key: string;
  readonly kind: string;
  readonly scope: string | null;
  readonly value: string;
  readonly strength: 'STRONG' | 'WEAK';
  readonly shared: boolean;
  /** When it went to somebody else; null: it is its owner's now. */
  readonly until: Date | null;
}

/** A fact with all that can tie it to others. Orders and events that name the same are one, the oldest of them. */
export interface EvidenceFact {
  /** `type:key`. */
  readonly node: string;
  readonly type: EvidenceType;
  readonly key: string;
  /** When it was observed, placed or happened; null for a record that others refer to, but that has not come yet. */
  readonly at: Date | null;
  readonly strongKeys: readonly string[];
  readonly weakKeys: readonly string[];
  readonly recordKey: string | null;
  /** It is where it is because of weak identifiers only. */
  readonly anonymous: boolean;
  /** How many facts name the same. */
  readonly count: number;
}

/** What somebody decided of two source records. */
export interface DecisionRow {
  readonly id: string;
  readonly verdict: 'APART' | 'TOGETHER';
  readonly reason: string | null;
  readonly actor: string | null;
  readonly at: Date;
  /** Keys of the records. */
  readonly one: string;
  readonly other: string;
}

/** The evidence of one customer. */
export interface CustomerEvidence {
  readonly recordCount: number;
  readonly orderCount: number;
  readonly eventCount: number;
  readonly facts: readonly EvidenceFact[];
  /** Decisions that records of this customer are one person's. */
  readonly decisions: readonly DecisionRow[];
  /** There is more than was read. */
  readonly cut: boolean;
}

/** Reads a fact as the evidence statement gives it. */
export function factFromRow(type: EvidenceType, row: Row): EvidenceFact {
  const key = readText(row, 'key');
  return {
    node: nodeOf(type, key),
    type,
    key,
    at: readOptionalInstant(row, 'at'),
    strongKeys: toKeys((row.strongKeys ?? null) as string | string[] | null),
    weakKeys: toKeys((row.weakKeys ?? null) as string | string[] | null),
    recordKey: readOptionalText(row, 'recordKey'),
    anonymous: readFlag(row, 'anonymous'),
    count: readInteger(row, 'count'),
  };
}

/** Reads a DECIDED relationship together with the keys of its records. */
export function decisionFromRow(row: Row): DecisionRow {
  return {
    id: readText(row, 'id'),
    verdict: readChoice(row, 'verdict', ['APART', 'TOGETHER']),
    reason: readOptionalText(row, 'reason'),
    actor: readOptionalText(row, 'actor'),
    at: readInstant(row, 'at'),
    one: readText(row, 'one'),
    other: readText(row, 'other'),
  };
}
