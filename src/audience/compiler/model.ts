import type { Scope } from '../rules/index.ts';

/** One step from an object to related ones. */
export interface Hop {
  readonly to: Scope;
  /** Several objects may be at the other end. */
  readonly many: boolean;
}

const one = (to: Scope): Hop => ({ to, many: false });
const many = (to: Scope): Hop => ({ to, many: true });

/** Every step of the customer graph that a plan may take, named as seen from the scope. Purchases are orders with a flag. */
export const hops = {
  customer: {
    orders: many('order'),
    purchasedLines: many('line'),
    events: many('event'),
    identifiers: many('identifier'),
    devices: many('device'),
    household: many('customer'),
    referrals: many('customer'),
    referredBy: many('customer'),
  },
  order: { customer: one('customer'), store: one('store'), staff: one('staff'), lines: many('line') },
  line: { order: one('order'), product: one('product') },
  product: { purchasedLines: many('line'), customers: many('customer'), events: many('event') },
  store: { orders: many('order'), customers: many('customer'), staffMembers: many('staff'), events: many('event') },
  staff: {
    store: one('store'),
    manager: one('staff'),
    orders: many('order'),
    customers: many('customer'),
    reports: many('staff'),
  },
  event: { customer: one('customer'), store: one('store'), product: one('product') },
  identifier: {},
  device: { customers: many('customer') },
} as const satisfies Readonly<Record<Scope, Readonly<Record<string, Hop>>>>;

/** Name of a step, as seen from the scope it leaves. */
export type HopName = { [S in Scope]: keyof (typeof hops)[S] }[Scope];

/** Whether no relationship stands for the step: it goes from customer to customer over what they share, or did. */
export const isTie = (scope: Scope, hop: HopName): boolean => scope === 'customer' && hopOf(scope, hop).to === scope;

/** The step of that name; throws when the scope has none, which is a fault of the compiler. */
export function hopOf(scope: Scope, name: HopName): Hop {
  const found: Readonly<Partial<Record<HopName, Hop>>> = hops[scope];
  const hop = found[name];
  if (!hop) throw new Error(`${scope} has no ${name}`);
  return hop;
}
