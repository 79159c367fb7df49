import type { RecordInput } from '../../platform/generated/schema-types.ts';
import type { CheckedRecord, Fault } from './check-record.ts';
import type { Fact } from './facts.ts';
import { prepareProduct, prepareStaff, prepareStore } from './prepare-catalogue.ts';
import type { PrepareContext } from './prepare-context.ts';
import { prepareCustomer } from './prepare-customer.ts';
import { prepareEvent } from './prepare-event.ts';
import { prepareOrder } from './prepare-order.ts';
import { preparePoints } from './prepare-points.ts';

/** A fact with what is doubtful about it, or the faults that reject it. */
export type Prepared =
  | { readonly fact: Fact; readonly warnings: readonly Fault[] }
  | { readonly faults: readonly Fault[] };

/**
 * Turns one raw record (a parsed JSON line, or an item of the mutation) into a fact: checked against the schema, normalised, money computed.
 * @param check the schema's check
 * @param settings currency, rates and identity rules
 * @returns a function of the raw value and its position
 */
export function createPrepare(
  check: (value: unknown) => CheckedRecord<RecordInput>,
  settings: Omit<PrepareContext, 'index' | 'warn' | 'fault'>,
): (value: unknown, index: number) => Prepared {
  return (value, index) => {
    const checked = check(value);
    if ('faults' in checked) return checked;
    const warnings: Fault[] = [];
    const faults: Fault[] = [];
    const context: PrepareContext = {
      ...settings,
      index,
      warn: (code, message, path) => warnings.push({ code, message, path }),
      fault: (code, message, path) => faults.push({ code, message, path }),
    };
    const fact = prepareFact(checked.record, context);
    return faults.length > 0 ? { faults } : { fact, warnings };
  };
}

function prepareFact(record: RecordInput, context: PrepareContext): Fact {
  if (record.customer) return prepareCustomer(record.customer, context);
  if (record.order) return prepareOrder(record.order, context);
  if (record.event) return prepareEvent(record.event, context);
  if (record.points) return preparePoints(record.points, context);
  if (record.store) return prepareStore(record.store, context);
  if (record.staff) return prepareStaff(record.staff, context);
  if (record.product) return prepareProduct(record.product, context);
  throw new Error('A checked record holds one of the known types.');
}
