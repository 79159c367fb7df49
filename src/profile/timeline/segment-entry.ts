import type { SegmentChangeCause } from '../../platform/generated/schema-types.ts';
import type { TimelineEntry } from './entry.ts';

/** A customer entered or left a published segment. Segments are another room's, which hands over where these come from. */
export interface SegmentEntry extends TimelineEntry {
  readonly type: 'SEGMENT';
  readonly segmentChange: 'ENTERED' | 'LEFT';
  readonly segmentCause: SegmentChangeCause;
  /** Id of the customer at that time. */
  readonly memberId: string;
}
