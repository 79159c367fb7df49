import type { CustomerRecord, RecordInput } from '../../src/platform/generated/schema-types.ts';

/** Rules that limit more than the default ones do. */
export const strictRules = {
  kinds: {
    phone: { normaliser: 'phone', strength: 'strong', priority: 30, scoped: false, sharedAbove: 2 },
    email: { normaliser: 'email', strength: 'strong', priority: 40, scoped: false, maxPerCustomer: 2, window: 'P1Y' },
  },
};

type Named = readonly [kind: string, value: string];
const identifiersOf = (named: readonly Named[]) => named.map(([kind, value]) => ({ kind, value }));
const day = (number: number) => `2026-05-${String(number).padStart(2, '0')}T00:00:00Z`;

/** A source record `source|recordId`, observed on a day of May 2026. */
export function record(
  key: string,
  at: number,
  named: readonly Named[],
  displayName?: string,
  more: Partial<CustomerRecord> = {},
): RecordInput {
  const [source = '', recordId = ''] = key.split('|');
  const profile = displayName === undefined ? {} : { profile: { displayName } };
  return {
    customer: { source, recordId, observedAt: day(at), identifiers: identifiersOf(named), ...profile, ...more },
  };
}

/** Whose an order or event is: by identifiers, or by `source|recordId`. */
function customerOf(whose: readonly Named[] | string) {
  if (typeof whose !== 'string') return { identifiers: identifiersOf(whose) };
  const [source = '', recordId = ''] = whose.split('|');
  return { record: { source, recordId } };
}

/** An order `source|number` of no lines. */
export function order(key: string, at: number, whose: readonly Named[] | string, total = '10.00'): RecordInput {
  const [source = '', number = ''] = key.split('|');
  return {
    order: {
      source,
      number,
      placedAt: day(at),
      currency: 'CNY',
      customer: customerOf(whose),
      lines: [],
      total,
    },
  };
}

/** An event `source|eventId`. */
export function event(key: string, at: number, whose: readonly Named[] | string): RecordInput {
  const [source = '', eventId = ''] = key.split('|');
  return { event: { source, eventId, name: 'page_view', occurredAt: day(at), customer: customerOf(whose) } };
}
