import type { Clock } from '../../../platform/clock.ts';
import { DomainError } from '../../../platform/errors.ts';
import type { Database } from '../../../platform/neo4j/database.ts';
import { parseDuration, subtractDuration } from '../../../platform/time.ts';
import type { Connection } from '../../selection/connection.ts';
import { checkPage } from '../../selection/page.ts';
import type { LiveService } from '../live/live.service.ts';
import type { SegmentRow } from '../segment-row.ts';
import { readByIds } from '../segments.store.ts';
import {
  type CustomerMembership,
  countMembershipsAt,
  type Membership,
  readMembershipsAt,
  readMembershipsOf,
} from './memberships.store.ts';
import { readMoves, readRegions } from './sizes.store.ts';

/** Which stays in a segment. */
export interface MembershipsInput {
  /** Who was in at this instant; default now. */
  readonly at?: Date | null;
  /** Only those who are held out, or only the others. */
  readonly group?: 'TREATED' | 'CONTROL' | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Which instants. */
export interface SizeHistoryInput {
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** ISO 8601; default P1D. */
  readonly every?: string | null;
}

/** How many a segment held at an instant, and how many entered and left since the point before. */
export interface SizePoint {
  readonly at: Date;
  readonly size: number;
  readonly entered: number;
  readonly left: number;
}

/** How many customers are in exactly these segments of those that were asked for, and in no other of them. */
export interface OverlapRegion {
  readonly segments: readonly SegmentRow[];
  readonly count: number;
}

/** Two segments, and how many they share. */
export interface OverlapPair {
  readonly one: SegmentRow;
  readonly other: SegmentRow;
  readonly both: number;
  /** In the one, the other, or both. */
  readonly either: number;
}

/** Stored membership over time. All answers heed what was committed, and the time, when they were asked for. */
export interface HistoryService {
  /** By customer id. Errors: BAD_USER_INPUT. */
  memberships(segment: SegmentRow, input: MembershipsInput): Promise<Connection<Membership>>;
  /** How many members are left alone, and how many are not. */
  groups(segment: SegmentRow): Promise<{ readonly treated: number; readonly control: number }>;
  /** Oldest first, at most 400 points. Errors: BAD_USER_INPUT. */
  sizes(segment: SegmentRow, input: SizeHistoryInput): Promise<SizePoint[]>;
  /** Of 2 to 8 published segments. Errors: BAD_USER_INPUT, NOT_FOUND, CONFLICT (SEGMENT_NOT_PUBLISHED). */
  overlap(
    ids: readonly string[],
  ): Promise<{ readonly regions: readonly OverlapRegion[]; readonly pairs: readonly OverlapPair[] }>;
  /** The latest hundred stays of each customer, newest first. */
  ofCustomers(ids: readonly string[]): Promise<ReadonlyMap<string, readonly CustomerMembership[]>>;
}

/** What the history stands on. */
export interface HistoryDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly live: LiveService;
}

const MOST_POINTS = 400;
const MOST_OVERLAPPING = 8;
const LATEST = 100;
const USUAL_SPAN = 'P30D';

export function createHistoryService({ database, clock, timeZone, live }: HistoryDependencies): HistoryService {
  async function memberships(segment: SegmentRow, input: MembershipsInput): Promise<Connection<Membership>> {
    const { size, after } = checkPage({ first: input.first, after: input.after });
    if (input.at && input.at > clock.now()) throw refused('at', 'lies in the future: nobody knows who will be in');
    await live.catchUp();
    const at = input.at ?? clock.now();
    const heldOut = input.group == null ? null : input.group === 'CONTROL';
    const staying = { segmentId: segment.id, at, heldOut };
    const found = await readMembershipsAt(database.read, staying, { after: after ?? '', first: size + 1 });
    const nodes = found.slice(0, size);
    const edges = nodes.map((node) => ({ node, cursor: node.customerId }));
    return {
      edges,
      nodes,
      pageInfo: {
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
        hasNextPage: async () => found.length > size,
        hasPreviousPage: async () => after !== null,
      },
      totalCount: () => countMembershipsAt(database.read, staying),
    };
  }

  async function groups(segment: SegmentRow) {
    await live.catchUp();
    const count = (heldOut: boolean) =>
      countMembershipsAt(database.read, { segmentId: segment.id, at: clock.now(), heldOut });
    const [treated, control] = await Promise.all([count(false), count(true)]);
    return { treated, control };
  }

  async function sizes(segment: SegmentRow, input: SizeHistoryInput): Promise<SizePoint[]> {
    const to = input.to ?? clock.now();
    const bounds = boundsOf(
      input.from ?? subtractDuration(to, USUAL_SPAN, timeZone),
      to,
      input.every ?? 'P1D',
      timeZone,
    );
    await live.catchUp();
    const moves = new Map((await readMoves(database.read, segment.id, bounds)).map((move) => [move.index, move]));
    let size = 0;
    return bounds.map((at, index) => {
      const { entered, left } = moves.get(index) ?? { entered: 0, left: 0 };
      size += entered - left;
      return { at, size, entered, left };
    });
  }

  async function overlap(ids: readonly string[]) {
    const wanted = [...new Set(ids)];
    if (wanted.length < 2 || wanted.length > MOST_OVERLAPPING)
      throw refused('segments', `must name 2 to ${MOST_OVERLAPPING} segments`);
    const rows = new Map((await readByIds(database.read, wanted)).map((row) => [row.id, row]));
    const segments = wanted.map((id) => checkPublished(id, rows.get(id)));
    await live.catchUp();
    const regions = await readRegions(database.read, wanted);
    const among = (test: (inside: readonly string[]) => boolean) =>
      regions.filter(({ inside }) => test(inside)).reduce((sum, { count }) => sum + count, 0);
    const pairs = segments.flatMap((one, index) =>
      segments.slice(index + 1).map((other) => ({
        one,
        other,
        both: among((inside) => inside.includes(one.id) && inside.includes(other.id)),
        either: among((inside) => inside.includes(one.id) || inside.includes(other.id)),
      })),
    );
    const named = ({ inside, count }: (typeof regions)[number]) => ({
      segments: segments.filter(({ id }) => inside.includes(id)),
      count,
    });
    return { regions: regions.map(named), pairs };
  }

  return {
    memberships,
    groups,
    sizes,
    overlap,
    ofCustomers: async (ids) => {
      await live.catchUp();
      return readMembershipsOf(database.read, ids, LATEST);
    },
  };
}

/** From the last instant back by equal steps; oldest first. */
function boundsOf(from: Date, to: Date, every: string, timeZone: string): Date[] {
  const step = parseDuration(every);
  if (step === null || step === 'PT0S')
    throw refused('every', `must be an ISO 8601 duration, such as P1D, not "${every}"`);
  if (from > to) throw refused('from', 'lies after to');
  const bounds: Date[] = [];
  for (let at = to; at >= from; at = subtractDuration(at, step, timeZone)) {
    bounds.push(at);
    if (bounds.length > MOST_POINTS) throw refused('every', `makes more than ${MOST_POINTS} points: take longer steps`);
  }
  return bounds.reverse();
}

function checkPublished(id: string, row: SegmentRow | undefined): SegmentRow {
  if (!row) throw new DomainError('NOT_FOUND', `There is no segment with the id ${id}.`, { id });
  if (row.status === 'PUBLISHED') return row;
  const message = `"${row.name}" is not published: only of what is in force members are kept.`;
  throw new DomainError('CONFLICT', message, { reason: 'SEGMENT_NOT_PUBLISHED' });
}

function refused(argument: string, why: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `${argument} ${why}.`, { argument });
}
