import type { Row } from '../../platform/neo4j/database.ts';
import {
  type DeviceRow,
  deviceFromNode,
  type IdentifierRow,
  identifierFromNode,
  type SourceRecordRow,
  sourceRecordFromNode,
} from './evidence-rows.ts';

/** What hangs on a customer: where it is from `customer` on, as `found`, in which order, and how a node of it is read. */
export interface EvidencePart<T> {
  readonly pattern: string;
  readonly orderBy: string;
  fromNode(properties: Row): T;
}

/** By kind, scope, value. */
export const identifiersPart: EvidencePart<IdentifierRow> = {
  pattern: '(customer)<-[:IDENTIFIES]-(found:Identifier)',
  orderBy: "found.kind, coalesce(found.scope, ''), found.value",
  fromNode: identifierFromNode,
};

/** By deviceId. */
export const devicesPart: EvidencePart<DeviceRow> = {
  pattern: '(customer)-[:USES]->(found:Device)',
  orderBy: 'found.deviceId',
  fromNode: deviceFromNode,
};

/** By observedAt, source, recordId. A record that others refer to, but that has not come yet, has no content. */
export const recordsPart: EvidencePart<SourceRecordRow> = {
  pattern: '(customer)-[:HAS_RECORD]->(found:SourceRecord) WHERE found.observedAt IS NOT NULL',
  orderBy: 'found.observedAt, found.source, found.recordId',
  fromNode: sourceRecordFromNode,
};
