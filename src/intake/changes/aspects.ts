/** What of a customer may have changed, as bits, so that a list of customers carries them as a list of numbers. */
export const aspects = {
  /** Golden record and tags. */
  profile: 1,
  /** Purchases: how many, how much, first, last; and whether the customer is known. */
  figures: 2,
  seen: 4,
  orders: 8,
  events: 16,
  identifiers: 32,
  devices: 64,
  /** It came into being, or went. */
  existence: 128,
  /** It came together with another, or apart. */
  identity: 256,
} as const;

/** What of stores, staff and products changed, which customers are tied to; `stray`: an order or event there that is nobody's. */
export type CatalogueAspect = 'store' | 'store.performance' | 'staff' | 'staff.performance' | 'product' | 'stray';

const { profile, figures, seen, orders, events, identifiers, devices, existence, identity } = aspects;

/** Everything that facts say of a customer. */
export const allFacts = profile | figures | seen | orders | events | identifiers | devices;
/** Of one that was made. */
export const made = allFacts | existence;
/** Of one that came together with another, or apart. */
export const regrouped = made | identity;
