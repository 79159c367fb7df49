import type { StageFacts } from '../lifecycle/stage-history.ts';
import type { FirstMoments } from './moments.store.ts';

/** What should happen in the first two days, in the order in which it usually does. */
export const goldenSteps = [
  'IDENTIFIED',
  'CONTACTABLE',
  'CONSENTED',
  'FOLLOWED',
  'WELCOMED',
  'INTERESTED',
  'PURCHASED',
] as const;
export type GoldenStep = (typeof goldenSteps)[number];

/** Events that make a step, by name. */
const stepEvents: Readonly<Partial<Record<GoldenStep, readonly string[]>>> = {
  CONSENTED: ['consent_granted'],
  FOLLOWED: ['follow'],
  WELCOMED: ['message_sent', 'message_open', 'message_opened'],
};
export const goldenEvents = Object.values(stepEvents).flat();

/** A step, and when it was first done; null: not yet. */
export interface DoneStep {
  readonly step: GoldenStep;
  readonly doneAt: Date | null;
  /** Within the 48 hours. */
  readonly inTime: boolean;
}

/** What happened in the 48 hours after a customer arrived. */
export interface GoldenHours {
  readonly arrivedAt: Date;
  readonly endsAt: Date;
  readonly isOver: boolean;
  readonly steps: readonly DoneStep[];
  /** Steps that were not done in time, or not yet. */
  readonly missing: readonly GoldenStep[];
}

const HOURS_48_MS = 48 * 3_600_000;

/** The first 48 hours, as they stand at an instant. */
export function goldenHours(facts: StageFacts, moments: FirstMoments, now: Date): GoldenHours {
  const { arrivedAt, identifiedBy, purchases, interests } = facts;
  const endsAt = new Date(arrivedAt.getTime() + HOURS_48_MS);
  const direct: Partial<Record<GoldenStep, Date | null | undefined>> = {
    IDENTIFIED: identifiedBy?.at,
    CONTACTABLE: moments.contactableAt,
    INTERESTED: interests[0]?.at,
    PURCHASED: purchases[0]?.at,
  };
  const steps = goldenSteps.map((step): DoneStep => {
    const found = [direct[step], ...(stepEvents[step] ?? []).map((name) => moments.events.get(name))];
    const times = found.filter((at) => at != null && at <= now).map((at) => (at as Date).getTime());
    const doneAt = times.length === 0 ? null : new Date(Math.min(...times));
    return { step, doneAt, inTime: doneAt !== null && doneAt <= endsAt };
  });
  return {
    ...{ arrivedAt, endsAt, isOver: now > endsAt, steps },
    missing: steps.filter(({ inTime }) => !inTime).map(({ step }) => step),
  };
}
