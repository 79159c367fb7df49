import { checkCount } from '../../../platform/check-count.ts';
import type { Database } from '../../../platform/neo4j/database.ts';
import { ruleToFilter } from '../../rules/index.ts';
import { ruleOf } from '../segment-rules.ts';
import { type ClauseChange, differenceOf } from './rule-difference.ts';
import type { VersionRow } from './version-row.ts';
import { readVersions } from './versions.store.ts';

const MOST = 250;
const USUAL = 50;

/** Which versions; all if nothing is said, up to 50. */
export interface VersionPage {
  /** 1 to 250. */
  readonly first?: number | null;
  /** Only versions older than this number. */
  readonly before?: number | null;
}

/** A property that is another than in the version before, as text; null: it had none. */
export interface PropertyChange {
  readonly property: 'NAME' | 'DESCRIPTION' | 'HOLDOUT';
  readonly before: string | null;
  readonly after: string | null;
}

/** A version with what changed from the one before it; the first one differs from nothing. */
export interface SegmentVersion extends VersionRow {
  /** The rule as a CustomerFilter. */
  readonly filter: unknown;
  readonly properties: readonly PropertyChange[];
  readonly clauses: readonly ClauseChange[];
}

/** The versions of segments, newest first; see SegmentsService.versionsOf. Errors: BAD_USER_INPUT. */
export async function versionsOf(
  database: Database,
  timeZone: string,
  ids: readonly string[],
  page: VersionPage = {},
): Promise<ReadonlyMap<string, readonly SegmentVersion[]>> {
  const first = checkCount('first', page.first ?? USUAL, MOST);
  const found = await readVersions(database.read, ids, { first, before: page.before ?? null });
  const shown = (versions: readonly VersionRow[]) =>
    versions.slice(0, first).map((version, index) => compared(version, versions[index + 1] ?? null, timeZone));
  return new Map([...found].map(([id, versions]) => [id, shown(versions)]));
}

function compared(version: VersionRow, before: VersionRow | null, timeZone: string): SegmentVersion {
  const rule = readRule(version, timeZone);
  const properties = before === null ? [] : propertyChanges(before, version);
  const clauses = before === null ? [] : differenceOf(readRule(before, timeZone), rule);
  return { ...version, filter: ruleToFilter(rule), properties, clauses };
}

const readRule = ({ segmentId, rule }: VersionRow, timeZone: string) => ruleOf({ id: segmentId, rule }, timeZone);

function propertyChanges(before: VersionRow, after: VersionRow): PropertyChange[] {
  const told = ({ name, description, holdout }: VersionRow) => ({
    NAME: name,
    DESCRIPTION: description,
    HOLDOUT: holdout && `${holdout.percent} % by "${holdout.seed}"`,
  });
  const [left, right] = [told(before), told(after)];
  return (['NAME', 'DESCRIPTION', 'HOLDOUT'] as const)
    .filter((property) => left[property] !== right[property])
    .map((property) => ({ property, before: left[property], after: right[property] }));
}
