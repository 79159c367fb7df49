import {
  readInstant,
  readInteger,
  readOptionalInstant,
  readOptionalInteger,
  readOptionalText,
} from '../../../catalogue/read-properties.ts';
import type { Row } from '../../../platform/neo4j/database.ts';
import { contentFromProperties, type SegmentContent } from '../segment-row.ts';

/** What a segment was saved as; its content never changes. */
export interface VersionRow extends SegmentContent {
  readonly segmentId: string;
  /** Counts from 1 within the segment. */
  readonly number: number;
  readonly savedAt: Date;
  /** Who saved it, as they said. */
  readonly author: string | null;
  readonly note: string | null;
  /** When it came into force; null for a draft. */
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  /** The version that it brought back. */
  readonly restores: number | null;
}

/** Reads the properties of a SegmentVersion node. */
export function versionFromNode(segmentId: string, properties: Row): VersionRow {
  return {
    segmentId,
    number: readInteger(properties, 'number'),
    ...contentFromProperties(properties),
    savedAt: readInstant(properties, 'savedAt'),
    author: readOptionalText(properties, 'author'),
    note: readOptionalText(properties, 'note'),
    publishedAt: readOptionalInstant(properties, 'publishedAt'),
    publishedBy: readOptionalText(properties, 'publishedBy'),
    restores: readOptionalInteger(properties, 'restores'),
  };
}
