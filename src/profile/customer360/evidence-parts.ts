import { fromList, listOf } from '../../catalogue/properties.ts';
import type { Row } from '../../platform/neo4j/database.ts';
import {
  type DeviceRow,
  deviceFromNode,
  deviceProperties,
  type IdentifierRow,
  identifierFromNode,
  identifierProperties,
  type SourceRecordRow,
  sourceRecordFromNode,
  sourceRecordProperties,
} from './evidence-rows.ts';

/** What hangs on a customer: where it is from `customer` on, as `found`, in which order, what of it is read, and how. */
export interface EvidencePart<T> {
  readonly pattern: string;
  readonly orderBy: string;
  /** The values that are read of `found`, as a list. */
  readonly values: string;
  fromValues(values: readonly unknown[]): T;
}

function part<T>(
  pattern: string,
  orderBy: string,
  properties: readonly string[],
  fromNode: (properties: Row) => T,
): EvidencePart<T> {
  const values = listOf('found', properties);
  return { pattern, orderBy, values, fromValues: (found) => fromNode(fromList(properties, found)) };
}

/** By kind, scope, value. */
export const identifiersPart: EvidencePart<IdentifierRow> = part(
  '(customer)<-[:IDENTIFIES]-(found:Identifier)',
  "found.kind, coalesce(found.scope, ''), found.value",
  identifierProperties,
  identifierFromNode,
);

/** By deviceId. */
export const devicesPart: EvidencePart<DeviceRow> = part(
  '(customer)-[:USES]->(found:Device)',
  'found.deviceId',
  deviceProperties,
  deviceFromNode,
);

/** By observedAt, source, recordId. A record that others refer to, but that has not come yet, has no content. */
export const recordsPart: EvidencePart<SourceRecordRow> = part(
  '(customer)-[:HAS_RECORD]->(found:SourceRecord) WHERE found.observedAt IS NOT NULL',
  'found.observedAt, found.source, found.recordId',
  sourceRecordProperties,
  sourceRecordFromNode,
);
