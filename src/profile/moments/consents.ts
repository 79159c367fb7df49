import { parseInstant } from '../../platform/time.ts';
import { type CustomerEventRow, textOf } from './customer-event.ts';

/** What events say of consent, by their name. */
export const consentEvents = {
  consent_granted: 'GRANTED',
  consent_denied: 'DENIED',
  consent_withdrawn: 'WITHDRAWN',
} as const;

export type ConsentStatus = (typeof consentEvents)[keyof typeof consentEvents] | 'EXPIRED';

/** Whether a customer allows something, as last said. */
export interface Consent {
  readonly purpose: string;
  /** Null: any channel. */
  readonly channel: string | null;
  readonly status: ConsentStatus;
  readonly since: Date;
  /** When what was granted ends by itself; null: it does not. */
  readonly expiresAt: Date | null;
  /** The event that said so. */
  readonly event: CustomerEventRow;
}

// Of what was said at one instant the more cautious holds.
const caution = ['consent_granted', 'consent_denied', 'consent_withdrawn'];

/**
 * The state of every consent at an instant, by purpose and channel: the newest event of each decides. One without a purpose says
 * nothing; it stays in the timeline.
 */
export function consentsAt(events: readonly CustomerEventRow[], at: Date): Consent[] {
  const newest = new Map<string, Consent>();
  const said = events
    .filter(({ occurredAt }) => occurredAt <= at)
    .sort(
      (one, other) =>
        one.occurredAt.getTime() - other.occurredAt.getTime() ||
        caution.indexOf(one.name) - caution.indexOf(other.name),
    );
  for (const event of said) {
    const purpose = textOf(event, 'purpose');
    if (purpose === null) continue;
    const channel = textOf(event, 'channel');
    newest.set(JSON.stringify([purpose, channel]), { purpose, channel, ...stateOf(event, at) });
  }
  return [...newest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, consent]) => consent);
}

function stateOf(event: CustomerEventRow, at: Date): Omit<Consent, 'purpose' | 'channel'> {
  const status = consentEvents[event.name as keyof typeof consentEvents];
  const expires = textOf(event, 'expiresAt');
  const expiresAt = status === 'GRANTED' && expires !== null ? parseInstant(expires) : null;
  const isOver = expiresAt !== null && expiresAt <= at;
  return { status: isOver ? 'EXPIRED' : status, since: isOver ? expiresAt : event.occurredAt, expiresAt, event };
}
