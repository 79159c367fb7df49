import type { TagEntry } from '../tags/tag-entries.ts';
import type { IdentityEntry, StageEntry } from './derived-entries.ts';
import type { TimelineSource } from './entry.ts';
import type { PointsEntry, TierEntry } from './loyalty-entries.ts';
import type { SegmentEntry } from './segment-entry.ts';
import type { EventEntry, OrderEntry } from './stored-entries.ts';

/** Every kind of entry that there is. A new one is added here, to `TimelineType` in the schema, and its source in `application.ts`. */
export type KnownEntry =
  | OrderEntry
  | EventEntry
  | StageEntry
  | IdentityEntry
  | PointsEntry
  | TierEntry
  | TagEntry
  | SegmentEntry;

/** Where entries of some kind come from. */
export type KnownSource = TimelineSource<KnownEntry>;
