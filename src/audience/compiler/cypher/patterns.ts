import type { Scope } from '../../rules/index.ts';
import type { HopName } from '../model.ts';

/** How the objects of a scope stand in the graph. Lines are relationships and have no label. */
export const nodes: Readonly<Record<Exclude<Scope, 'line'>, { readonly label: string; readonly key: string }>> = {
  customer: { label: 'Customer', key: 'id' },
  order: { label: 'Order', key: 'key' },
  product: { label: 'Product', key: 'sku' },
  store: { label: 'Store', key: 'code' },
  staff: { label: 'Staff', key: 'code' },
  event: { label: 'Event', key: 'key' },
  identifier: { label: 'Identifier', key: 'key' },
  device: { label: 'Device', key: 'deviceId' },
};

/** A relationship as seen from the object that the step leaves. */
export interface StepPattern {
  readonly type: string;
  readonly direction: 'left' | 'right';
  /** What stands between this relationship and the next; it must be a purchase. */
  readonly through?: 'order';
}

/** The relationships of a step, in a row. */
export interface HopPattern {
  readonly steps: readonly StepPattern[];
  /** Several rows of relationships may lead to the same object, which counts once. */
  readonly repeats: boolean;
}

const to = (type: string): StepPattern => ({ type, direction: 'right' });
const from = (type: string): StepPattern => ({ type, direction: 'left' });
const purchase = (step: StepPattern): StepPattern => ({ ...step, through: 'order' });
const single = (step: StepPattern): HopPattern => ({ steps: [step], repeats: false });

const patterns: Readonly<Record<string, HopPattern>> = {
  'customer.orders': single(to('PLACED')),
  'customer.purchasedLines': { steps: [purchase(to('PLACED')), to('CONTAINS')], repeats: false },
  'customer.events': single(to('PERFORMED')),
  'customer.identifiers': single(from('IDENTIFIES')),
  'customer.devices': single(to('USES')),
  'device.customers': single(from('USES')),
  'order.customer': single(from('PLACED')),
  'order.store': single(to('AT')),
  'order.staff': single(to('SOLD_BY')),
  'order.lines': single(to('CONTAINS')),
  'product.purchasedLines': single(from('CONTAINS')),
  'product.customers': { steps: [purchase(from('CONTAINS')), from('PLACED')], repeats: true },
  'product.events': single(from('ABOUT')),
  'store.orders': single(from('AT')),
  'store.customers': { steps: [purchase(from('AT')), from('PLACED')], repeats: true },
  'store.staffMembers': single(from('WORKS_AT')),
  'store.events': single(from('HAPPENED_AT')),
  'staff.orders': single(from('SOLD_BY')),
  'staff.customers': { steps: [purchase(from('SOLD_BY')), from('PLACED')], repeats: true },
  'staff.reports': single(from('REPORTS_TO')),
  'staff.store': single(to('WORKS_AT')),
  'staff.manager': single(to('REPORTS_TO')),
  'event.customer': single(from('PERFORMED')),
  'event.store': single(to('HAPPENED_AT')),
  'event.product': single(to('ABOUT')),
};

/** The relationships of a step. Each type leads to one label only, so patterns name the label just where they start. */
export function patternOf(scope: Scope, hop: HopName): HopPattern {
  const pattern = patterns[`${scope}.${hop}`];
  if (!pattern) throw new Error(`no relationship for ${scope}.${hop}`);
  return pattern;
}

/** Whether a walk over the step may come to the same object several times. */
export function repeats(scope: Scope, hop: HopName): boolean {
  return patterns[`${scope}.${hop}`]?.repeats ?? false;
}
