import {
  readChoice,
  readInstant,
  readInteger,
  readOptionalInstant,
  readOptionalInteger,
  readOptionalText,
  readText,
} from '../../catalogue/read-properties.ts';
import type { Row } from '../../platform/neo4j/database.ts';
import { type Holdout, holdoutFromProperties } from './holdout.ts';

export const segmentStatuses = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const;
/** A draft was never in force; a published segment is; an archived one was, and is kept for its history. */
export type SegmentStatus = (typeof segmentStatuses)[number];

/** What may differ from one version of a segment to the next. */
export interface SegmentContent {
  readonly name: string;
  readonly description: string | null;
  /** Canonical text. */
  readonly rule: string;
  readonly holdout: Holdout | null;
}

/** A saved segment as the graph keeps it: the content in force, or that of the draft where none ever was. */
export interface SegmentRow extends SegmentContent {
  /** 'seg_…'. */
  readonly id: string;
  readonly status: SegmentStatus;
  /** Number of the version that the content is of. */
  readonly version: number;
  /** The highest number there is. */
  readonly latestVersion: number;
  /** Number of a draft that waits to be published; null without one. */
  readonly draftVersion: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Since when the version is in force; null for a draft. */
  readonly publishedAt: Date | null;
  readonly archivedAt: Date | null;
}

/** Reads the properties of a Segment node. */
export function segmentFromNode(properties: Row): SegmentRow {
  return {
    id: readText(properties, 'id'),
    ...contentFromProperties(properties),
    status: readChoice(properties, 'status', segmentStatuses),
    version: readInteger(properties, 'version'),
    latestVersion: readInteger(properties, 'latestVersion'),
    draftVersion: readOptionalInteger(properties, 'draftVersion'),
    createdAt: readInstant(properties, 'createdAt'),
    updatedAt: readInstant(properties, 'updatedAt'),
    publishedAt: readOptionalInstant(properties, 'publishedAt'),
    archivedAt: readOptionalInstant(properties, 'archivedAt'),
  };
}

/** Reads what segments and their versions have in common. */
export function contentFromProperties(properties: Row): SegmentContent {
  return {
    name: readText(properties, 'name'),
    description: readOptionalText(properties, 'description'),
    rule: readText(properties, 'rule'),
    holdout: holdoutFromProperties(properties),
  };
}

/** The content as it is stored, on segments and versions alike. */
export function contentProperties({ name, description, rule, holdout }: SegmentContent) {
  return {
    name,
    description,
    rule,
    holdoutPercent: holdout?.percent ?? null,
    holdoutSeed: holdout?.seed ?? null,
  };
}

/** Whether two contents say the same. */
export function isSameContent(one: SegmentContent, other: SegmentContent): boolean {
  return JSON.stringify(contentProperties(one)) === JSON.stringify(contentProperties(other));
}
