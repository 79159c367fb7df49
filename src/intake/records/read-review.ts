import type { EventRecord } from '../../platform/generated/schema-types.ts';
import { compositeKey } from '../../platform/ids.ts';

/** What an event says of reviews, kept beside its properties, so that rules can ask for it. */
export interface ReviewEvidence {
  /** Of a review: what it gives. */
  readonly rating?: number;
  /** Of somebody who read a review, or found it helpful: the key of that event. It need not be known yet. */
  readonly reviewKey?: string;
}

/** Names of events by which somebody says that they read a review, or found it helpful. */
export const reviewReadEvents: readonly string[] = ['review_read', 'review_helpful'];

/** Reads what an event says of reviews; what makes no sense says nothing. */
export function readReview({ name, source, properties }: EventRecord): ReviewEvidence {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return {};
  const { rating, reviewId, reviewSource } = properties as Record<string, unknown>;
  if (name === 'review') return readRating(rating);
  return reviewReadEvents.includes(name) ? readKey(reviewId, reviewSource ?? source) : {};
}

const MOST_RATING = 1_000;

function readRating(rating: unknown): ReviewEvidence {
  const number = typeof rating === 'string' && rating.trim() !== '' ? Number(rating) : rating;
  return typeof number === 'number' && Math.abs(number) <= MOST_RATING ? { rating: number } : {};
}

const LONGEST = 500;

function readKey(given: unknown, source: unknown): ReviewEvidence {
  const eventId = typeof given === 'number' ? String(given) : given;
  const isNamed = [eventId, source].every((text) => typeof text === 'string' && text !== '' && text.length <= LONGEST);
  return isNamed ? { reviewKey: compositeKey(String(source), String(eventId)) } : {};
}
