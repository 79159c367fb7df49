import type { Dice } from './dice.ts';
import { normaliseIdentifier } from './normalise.ts';
import type { IdentifierJson, OrderFact, RecordJson } from './record-input.ts';

/**
 * Lets the newest version of some orders name another person. Both references name one identifier that a customer
 * record states too, so that nobody is known from a superseded reference alone.
 */
export function moveOrders(records: readonly RecordJson[], dice: Dice): RecordJson[] {
  const stated = records
    .flatMap((record) => ('customer' in record ? record.customer.identifiers : []))
    .filter(isStrong);
  const statedKeys = new Set(stated.map((identifier) => normaliseIdentifier(identifier)?.key));
  const movable = ({ updatedAt, customer }: OrderFact): boolean =>
    updatedAt !== undefined &&
    customer.record === undefined &&
    customer.identifiers?.length === 1 &&
    customer.identifiers.every((identifier) => statedKeys.has(normaliseIdentifier(identifier)?.key ?? ''));
  return records.map((record) =>
    'order' in record && movable(record.order) && dice.chance(0.5)
      ? { order: { ...record.order, customer: { identifiers: [dice.pick(stated)] } } }
      : record,
  );
}

function isStrong(identifier: IdentifierJson): boolean {
  return normaliseIdentifier(identifier)?.strong ?? false;
}
