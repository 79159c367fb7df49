import type { PointsRecord } from '../../platform/generated/schema-types.ts';
import { compositeKey } from '../../platform/ids.ts';
import { contentHash } from './content-hash.ts';
import type { EventFact } from './facts.ts';
import { instant, type PrepareContext, plain } from './prepare-context.ts';
import { prepareReference } from './prepare-person.ts';

/** More in one movement is a mistake. */
export const MOST_POINTS = 100_000_000;

/** The key of a movement of points: of three parts, so that no event has it. */
export const pointsKey = (source: string, entryId: string): string => compositeKey('points', source, entryId);

const eventNames = {
  EARN: 'points_earned',
  BURN: 'points_redeemed',
  ADJUST: 'points_adjusted',
  REVERSE: 'points_returned',
} as const;

/** A movement of points. It is an event that belongs to whom its identifiers say, so points go with them wherever they go. */
export function preparePoints(record: PointsRecord, context: PrepareContext): EventFact {
  const { source, entryId, kind, order, reverses } = record;
  const occurredAt = instant(record.occurredAt);
  checkPoints(record, context);
  return {
    type: 'event',
    index: context.index,
    key: pointsKey(source, entryId),
    version: occurredAt,
    contentHash: contentHash(record),
    seenAt: occurredAt,
    source,
    ...prepareReference(record.customer, ['points', 'customer'], context),
    store: null,
    sku: null,
    device: null,
    deviceIdentifier: null,
    isPoints: true,
    properties: {
      source,
      eventId: entryId,
      name: eventNames[kind],
      occurredAt,
      channel: null,
      properties: null,
      pointsKind: kind,
      points: kind === 'REVERSE' ? 0 : (record.points ?? 0),
      orderKey: order ? compositeKey(order.source, order.number) : null,
      reverses: reverses ? pointsKey(reverses.source, reverses.entryId) : null,
      expiresAt: record.expiresAt == null ? null : instant(record.expiresAt),
      reason: plain(record.reason),
    },
  };
}

function checkPoints({ kind, points, reverses, expiresAt }: PointsRecord, context: PrepareContext): void {
  const fault = (field: string, message: string) => context.fault('INVALID_POINTS', message, ['points', field]);
  if (kind === 'REVERSE') {
    if (points != null) fault('points', 'A redemption is reversed whole: leave points out.');
    if (!reverses) fault('reverses', 'Say which redemption is reversed.');
  } else {
    if (points == null) fault('points', 'Say how many points.');
    else if (points === 0 || (points < 0 && kind !== 'ADJUST'))
      fault('points', `${kind} is of more than 0 points, found ${points}.`);
    else if (Math.abs(points) > MOST_POINTS) fault('points', `No movement is of more than ${MOST_POINTS} points.`);
    if (reverses) fault('reverses', 'Only REVERSE names what it reverses.');
  }
  if (expiresAt != null && (kind === 'BURN' || kind === 'REVERSE' || (points ?? 0) < 0))
    fault('expiresAt', 'Only points that come can expire.');
}
