import { createHash } from 'node:crypto';
import { readOptionalText } from '../../catalogue/read-properties.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Row } from '../../platform/neo4j/database.ts';

/** A share of a segment's members that is left alone, so that what is done with the others can be measured against them. */
export interface Holdout {
  /** More than 0 and less than 100, two decimals at most. */
  readonly percent: number;
  /** Decides who it is: the same seed holds out the same customers, in whatever segment. */
  readonly seed: string;
}

const LONGEST_SEED = 200;
const BUCKETS = 10_000;

/**
 * Where a customer stands, 0 to 9,999, evenly spread and the same for ever: SHA-256 over seed and id. Held out are the buckets
 * below percent × 100, so a larger share keeps those who were held out before.
 */
export function bucketOf(seed: string, customerId: string): number {
  const digest = createHash('sha256').update(`${seed}\n${customerId}`).digest();
  return Math.floor((digest.readUInt32BE(0) / 0x1_0000_0000) * BUCKETS);
}

/** Whether a customer is left alone; nobody is without a holdout. */
export function isHeldOut(holdout: Holdout | null, customerId: string): boolean {
  return holdout !== null && bucketOf(holdout.seed, customerId) < Math.round(holdout.percent * 100);
}

/** A holdout as it was asked for, checked; without a seed the segment's own id decides. */
export function checkHoldout(
  given: { readonly percent: number; readonly seed?: string | null } | null | undefined,
  segmentId: string,
): Holdout | null {
  if (given == null) return null;
  const { percent } = given;
  const seed = given.seed ?? segmentId;
  const hundredths = percent * 100;
  if (!(percent > 0 && percent < 100) || Math.abs(hundredths - Math.round(hundredths)) > 1e-9)
    throw refused('percent', `more than 0 and less than 100, with two decimals at most, not ${percent}`);
  if (seed.trim() === '' || seed.length > LONGEST_SEED)
    throw refused('seed', `a text of 1 to ${LONGEST_SEED} characters`);
  return { percent, seed };
}

function refused(field: string, expected: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `holdout.${field} must be ${expected}.`, { argument: 'holdout' });
}

/** Reads the holdout of a Segment or SegmentVersion node. */
export function holdoutFromProperties(properties: Row): Holdout | null {
  const seed = readOptionalText(properties, 'holdoutSeed');
  const percent = properties.holdoutPercent;
  return seed === null || typeof percent !== 'number' ? null : { percent, seed };
}
