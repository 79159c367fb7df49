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
}

const to = (type: string): StepPattern => ({ type, direction: 'right' });
const from = (type: string): StepPattern => ({ type, direction: 'left' });

const patterns: Readonly<Record<string, StepPattern>> = {
  'customer.orders': to('PLACED'),
  'customer.events': to('PERFORMED'),
  'customer.identifiers': from('IDENTIFIES'),
  'customer.devices': to('USES'),
  'order.store': to('AT'),
  'order.staff': to('SOLD_BY'),
  'order.lines': to('CONTAINS'),
  'staff.store': to('WORKS_AT'),
  'staff.manager': to('REPORTS_TO'),
  'event.store': to('HAPPENED_AT'),
  'event.product': to('ABOUT'),
};

/** The relationship of a step. Each type leads to one label only, so patterns name the label just where they start. */
export function patternOf(scope: Scope, hop: HopName): StepPattern {
  const pattern = patterns[`${scope}.${hop}`];
  if (!pattern) throw new Error(`no relationship for ${scope}.${hop}`);
  return pattern;
}
