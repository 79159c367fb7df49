import { aspects, type CatalogueAspect } from '../../../intake/changes/aspects.ts';
import type { HabitName } from '../../../profile/habits/habits.ts';
import { type HopName, hopOf } from '../../compiler/model.ts';
import type { Condition, MeasureTest, Operand } from '../../compiler/plan.ts';
import type { Scope } from '../../rules/index.ts';

/** What a condition reads of an object, and of those that steps lead to from there. */
export interface Reads {
  readonly scope: Scope;
  readonly properties: Set<string>;
  readonly steps: Map<HopName, Reads>;
  /** It may read anything: whatever changes, it is asked again. */
  anything: boolean;
  /** It leads to other customers, or to what they did. */
  others: boolean;
}

/** Nothing read yet. */
export function readsNothing(scope: Scope): Reads {
  return { scope, properties: new Set(), steps: new Map(), anything: false, others: false };
}

type Reader<K extends Condition['kind']> = (condition: Extract<Condition, { kind: K }>, reads: Reads) => void;

const property = (condition: { readonly property: string }, reads: Reads) =>
  void reads.properties.add(condition.property);
const parts = ({ conditions }: { readonly conditions: readonly Condition[] }, reads: Reads) => {
  for (const part of conditions) addReads(part, reads);
};
/** For a kind of condition of which nobody has said what it reads. */
const anything = (_condition: unknown, reads: Reads) => {
  reads.anything = true;
};

// A new kind of condition does not type-check before it says here what it reads; `anything` is always right, and slow.
const readers: { readonly [K in Condition['kind']]: Reader<K> } = {
  Constant: () => undefined,
  All: parts,
  Any: parts,
  Negation: ({ condition }, reads) => addReads(condition, reads),
  Comparison: property,
  OneOf: property,
  TextMatch: property,
  Known: property,
  Flag: property,
  ListHolds: property,
  TermHolds: property,
  ListTextMatch: property,
  ListKnown: property,
  Reach: ({ hop, condition }, reads) => addReads(condition, stepOf(reads, hop)),
  Related: ({ hop, condition, tests }, reads) => {
    const step = stepOf(reads, hop);
    addReads(condition, step);
    for (const test of tests) addMeasured(test, step);
  },
  Share: ({ hop, among, condition }, reads) => {
    const step = stepOf(reads, hop);
    addReads(among, step);
    addReads(condition, step);
  },
  Anniversary: property,
  Elapsed: property,
  FieldComparison: ({ left, right }, reads) => {
    addOperand(left, reads);
    addOperand(right, reads);
  },
  // what came later is the same customer's
  Followed: ({ hop, instant, later, condition }, reads) => {
    reads.properties.add(instant);
    const step = stepOf(stepOf(reads, 'customer'), hop);
    step.properties.add(later);
    addReads(condition, step);
  },
  Habit: ({ habit }, reads) => readHabit(habit, reads),
  // made by the compiler when it chooses a start, which no condition here has been through
  Found: anything,
};

/** Habits are made of what the customer does. */
function readHabit(habit: HabitName, reads: Reads): void {
  if (habit === 'averageRating') stepOf(reads, 'events').properties.add('rating');
  else if (habit === 'preferredCategory')
    stepOf(stepOf(stepOf(reads, 'orders'), 'lines'), 'product').properties.add('category');
  else if (habit === 'sharesOpened' || habit === 'reviewReads') readHeard(stepOf(reads, 'events'));
  else stepOf(reads, 'orders').properties.add('isPurchase');
}

/** What others opened or read of what the customer said: their events count, too. */
function readHeard(events: Reads): void {
  for (const name of ['name', 'shareId']) events.properties.add(name);
  events.others = true;
}

function addMeasured({ figure }: MeasureTest, reads: Reads): void {
  if (figure.kind !== 'Count') addOperand(figure.of, reads);
}

function addOperand({ path, property: name }: Operand, reads: Reads): void {
  path.reduce(stepOf, reads).properties.add(name);
}

/** Adds what a condition reads. */
export function addReads(condition: Condition, reads: Reads): void {
  (readers[condition.kind] as Reader<Condition['kind']>)(condition as never, reads);
}

function stepOf(reads: Reads, hop: HopName): Reads {
  const known = reads.steps.get(hop);
  if (known) return known;
  const step = readsNothing(hopOf(reads.scope, hop).to);
  step.others = (isShared(reads.scope) && !isShared(step.scope)) || `${reads.scope}.${hop}` in aspectsOfTies;
  reads.steps.set(hop, step);
  return step;
}

/** Many customers meet there: from it, steps lead to others' facts. */
const isShared = (scope: Scope) => ['store', 'staff', 'product', 'device'].includes(scope);

/** Adds what others read. */
export function mergeReads(into: Reads, from: Reads): void {
  for (const name of from.properties) into.properties.add(name);
  for (const [hop, step] of from.steps) mergeReads(stepOf(into, hop), step);
  into.anything ||= from.anything;
  into.others ||= from.others;
}

/** Which changes can touch what is read. */
export interface Sensitivity {
  /** Bits of `aspects`. */
  readonly customer: number;
  readonly catalogue: ReadonlySet<CatalogueAspect>;
  /** Such a change of one customer may touch any other. */
  readonly others: boolean;
}

const { profile, figures, seen, orders, events, identifiers, devices, existence, identity } = aspects;
const everyAspect = profile | figures | seen | orders | events | identifiers | devices;
const everyCatalogueAspect: readonly CatalogueAspect[] = [
  'store',
  'store.performance',
  'staff',
  'staff.performance',
  'product',
  'stray',
];

/** Where intake keeps what of a customer; a property that is not named here counts as changed by anything. */
const aspectOfProperty: Readonly<Record<string, number>> = {
  ...{ id: 0, createdAt: 0 },
  ...{ displayName: profile, gender: profile, city: profile, province: profile, country: profile },
  ...{ birthDate: profile, language: profile, tags: profile, tagTerms: profile },
  ...{ known: figures, purchaseCount: figures, totalSpentMinor: figures, averagePurchaseMinor: figures },
  ...{ firstPurchaseAt: figures, lastPurchaseAt: figures, lastSeenAt: seen, interestAt: events },
};

const aspectOfScope: Partial<Record<Scope, number>> = {
  order: orders,
  line: orders,
  event: events,
  identifier: identifiers,
  device: devices,
};

/** Changes of either end that tie customers to each other, or no more. */
const aspectsOfTies: Readonly<Record<string, number>> = {
  'customer.household': profile | identifiers | devices,
  'customer.referrals': events | identifiers,
  'customer.referredBy': events | identifiers,
};

/** Changes that make a buyer one. */
const aspectsOfBuyers: Readonly<Record<string, number>> = {
  'store.customers': orders,
  'staff.customers': orders,
  'product.customers': orders,
};

/** The changes that can touch what is read. Customers that come and go, together or apart, touch everything. */
export function sensitivityOf(reads: Reads): Sensitivity {
  const catalogue = new Set<CatalogueAspect>();
  let customer = existence | identity;
  let others = false;
  const visit = ({ scope, properties, steps, ...may }: Reads): void => {
    others ||= may.anything || may.others;
    if (may.anything) {
      customer |= everyAspect;
      for (const aspect of everyCatalogueAspect) catalogue.add(aspect);
    }
    if (scope === 'customer') for (const name of properties) customer |= aspectOfProperty[name] ?? everyAspect;
    customer |= aspectOfScope[scope] ?? 0;
    if (scope === 'product') catalogue.add('product');
    // whom a store or seller is tied to may change with the record, whatever is read of them
    if (scope === 'store' || scope === 'staff') {
      catalogue.add(scope);
      if (properties.has('performance')) catalogue.add(`${scope}.performance`);
    }
    for (const [hop, step] of steps) {
      const name = `${scope}.${hop}`;
      customer |= (aspectsOfTies[name] ?? 0) | (aspectsOfBuyers[name] ?? 0);
      visit(step);
    }
  };
  visit(reads);
  if (others) catalogue.add('stray');
  return { customer, catalogue, others };
}
