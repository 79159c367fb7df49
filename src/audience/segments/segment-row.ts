import { readInstant, readOptionalText, readText } from '../../catalogue/read-properties.ts';
import type { Row } from '../../platform/neo4j/database.ts';

/** A saved segment as the graph keeps it; its members are not kept but computed when read. */
export interface SegmentRow {
  /** 'seg_…'. */
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Canonical text. */
  readonly rule: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Reads the properties of a Segment node. */
export function segmentFromNode(properties: Row): SegmentRow {
  return {
    id: readText(properties, 'id'),
    name: readText(properties, 'name'),
    description: readOptionalText(properties, 'description'),
    rule: readText(properties, 'rule'),
    createdAt: readInstant(properties, 'createdAt'),
    updatedAt: readInstant(properties, 'updatedAt'),
  };
}
