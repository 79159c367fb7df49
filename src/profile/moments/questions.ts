import { type CustomerEventRow, textOf } from './customer-event.ts';

/** Names of the events by which customers ask, and are answered. */
export const questionEvents = ['service_question', 'service_answer'] as const;

/** Something that a customer asked. */
export interface ServiceQuestion {
  readonly askedAt: Date;
  readonly topic: string | null;
  readonly text: string | null;
  /** When it was first answered; null: not yet. */
  readonly answeredAt: Date | null;
  readonly event: CustomerEventRow;
}

/** What question and answer have in common: a ticket of one system; a question without is one of its own. */
const ticketOf = (event: CustomerEventRow) => JSON.stringify([event.source, textOf(event, 'ticket') ?? event.eventId]);

/** The questions among some events, newest first, each with the first answer that has its ticket and does not come before it. */
export function questionsOf(events: readonly CustomerEventRow[]): ServiceQuestion[] {
  const answers = new Map<string, Date[]>();
  for (const event of events) {
    if (event.name !== 'service_answer') continue;
    const ticket = ticketOf(event);
    answers.set(ticket, [...(answers.get(ticket) ?? []), event.occurredAt]);
  }
  return events
    .filter(({ name }) => name === 'service_question')
    .map((event) => {
      const later = (answers.get(ticketOf(event)) ?? []).filter((at) => at >= event.occurredAt);
      const answeredAt = later.length === 0 ? null : new Date(Math.min(...later.map((at) => at.getTime())));
      return {
        askedAt: event.occurredAt,
        topic: textOf(event, 'topic'),
        text: textOf(event, 'text'),
        answeredAt,
        event,
      };
    });
}
