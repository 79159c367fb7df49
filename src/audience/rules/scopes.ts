import { commonMeasures, type FieldType, operatorsOfType } from './operators.ts';
import type { MeasureName, Operator, RelationName, Scope } from './tree.ts';

/** A value that can be compared. */
export interface FieldEntry {
  readonly type: FieldType;
  /** What the filter input of this type offers. */
  readonly operators: readonly Operator[];
  readonly enumName?: string;
  readonly enumValues?: readonly string[];
  /** Several values, of which any may match. */
  readonly multiValued?: boolean;
  /** Follows from other values and from the instant of asking, so it can be compared with fixed values only. */
  readonly derived?: boolean;
}

/** One other object, reached with a dot: `store.city`. */
export interface ToOneEntry {
  readonly toOne: Scope;
}

/** Several other objects, reached with `where (…)` and measured. */
export interface RelationEntry {
  readonly relation: RelationName;
  readonly toMany: Scope;
  readonly measures: readonly MeasureName[];
}

export type Entry = FieldEntry | ToOneEntry | RelationEntry;

const text: FieldEntry = { type: 'String', operators: operatorsOfType.String };
const id: FieldEntry = { type: 'ID', operators: operatorsOfType.ID };
const int: FieldEntry = { type: 'Int', operators: operatorsOfType.Int };
const decimal: FieldEntry = { type: 'Decimal', operators: operatorsOfType.Decimal };
const date: FieldEntry = { type: 'Date', operators: operatorsOfType.Date };
const dateTime: FieldEntry = { type: 'DateTime', operators: operatorsOfType.DateTime };
const tags: FieldEntry = { type: 'Tags', operators: operatorsOfType.Tags };
const texts: FieldEntry = { ...text, multiValued: true };

const derived = (field: FieldEntry): FieldEntry => ({ ...field, derived: true });

const gender: FieldEntry = {
  type: 'Enum',
  operators: operatorsOfType.EnumOrMissing,
  enumName: 'Gender',
  enumValues: ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'],
};
const performance: FieldEntry = {
  type: 'Enum',
  operators: operatorsOfType.EnumOrMissing,
  enumName: 'PerformanceBand',
  enumValues: ['LOW', 'MEDIUM', 'HIGH'],
};
const orderStatus: FieldEntry = {
  type: 'Enum',
  operators: operatorsOfType.Enum,
  enumName: 'OrderStatus',
  enumValues: ['PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED'],
};
const lifecycleStage: FieldEntry = {
  type: 'Enum',
  operators: operatorsOfType.Enum,
  derived: true,
  enumName: 'LifecycleStage',
  enumValues: ['ANONYMOUS', 'WINDOW', 'FIRST_TIME', 'REPEAT', 'LOYAL', 'INDECISIVE', 'LAPSED'],
};

const one = (toOne: Scope): ToOneEntry => ({ toOne });
const many = (relation: RelationName, toMany: Scope, own: readonly MeasureName[] = []): RelationEntry => ({
  relation,
  toMany,
  measures: ['count', ...own, ...commonMeasures],
});

/**
 * Every name that a rule may use, by scope. `scopes.test.ts` holds it against the filter inputs of the schema; tables of
 * other rooms are typed by `FieldName`, `ToOneName` and `RelationIn`, so that a name forgotten there does not type-check.
 */
export const scopes = {
  customer: {
    id,
    displayName: text,
    gender,
    city: text,
    province: text,
    country: text,
    birthDate: date,
    language: text,
    tags,
    lifecycleStage,
    purchaseCount: int,
    totalSpent: decimal,
    averagePurchaseValue: decimal,
    firstPurchaseAt: dateTime,
    lastPurchaseAt: dateTime,
    lastSeenAt: dateTime,
    createdAt: dateTime,
    promotionShare: derived(decimal),
    discountShare: derived(decimal),
    priceSensitivity: derived(decimal),
    returnRate: derived(decimal),
    averageRating: derived(decimal),
    seasonShare: derived(decimal),
    preferredChannel: derived(text),
    preferredStore: derived(text),
    preferredCategory: derived(text),
    preferredHour: derived(int),
    sharesOpened: derived(int),
    reviewReads: derived(int),
    purchases: many('purchases', 'order', ['total']),
    orders: many('orders', 'order', ['total']),
    purchasedLines: many('purchasedLines', 'line', ['quantity']),
    events: many('events', 'event'),
    identifiers: many('identifiers', 'identifier'),
    devices: many('devices', 'device'),
    household: many('household', 'customer'),
    referrals: many('referrals', 'customer'),
    referredBy: many('referredBy', 'customer'),
  },
  order: {
    source: text,
    number: id,
    placedAt: dateTime,
    status: orderStatus,
    channel: text,
    promotion: text,
    total: decimal,
    netTotal: decimal,
    customer: one('customer'),
    store: one('store'),
    staff: one('staff'),
    lines: many('lines', 'line', ['quantity']),
  },
  line: { order: one('order'), product: one('product'), quantity: int, unitPrice: decimal, total: decimal },
  product: {
    sku: id,
    name: text,
    category: texts,
    brand: text,
    price: decimal,
    tags,
    purchasedLines: many('purchasedLines', 'line', ['quantity']),
    customers: many('customers', 'customer'),
    events: many('events', 'event'),
  },
  store: {
    code: id,
    name: text,
    format: text,
    city: text,
    province: text,
    region: text,
    performance,
    tags,
    purchases: many('purchases', 'order', ['total']),
    orders: many('orders', 'order', ['total']),
    customers: many('customers', 'customer'),
    staffMembers: many('staffMembers', 'staff'),
    events: many('events', 'event'),
  },
  staff: {
    code: id,
    name: text,
    title: text,
    store: one('store'),
    manager: one('staff'),
    performance,
    tags,
    purchases: many('purchases', 'order', ['total']),
    orders: many('orders', 'order', ['total']),
    customers: many('customers', 'customer'),
    reports: many('reports', 'staff'),
  },
  event: {
    source: text,
    name: text,
    occurredAt: dateTime,
    channel: text,
    customer: one('customer'),
    store: one('store'),
    product: one('product'),
  },
  identifier: { kind: text, scope: text },
  device: { platform: text, model: text, customers: many('customers', 'customer') },
} satisfies Readonly<Record<Scope, Readonly<Record<string, Entry>>>>;

type NamesOf<S extends Scope, E extends Entry> = {
  [N in keyof (typeof scopes)[S]]: (typeof scopes)[S][N] extends E ? N : never;
}[keyof (typeof scopes)[S]];

/** Names of a scope's comparable values, as a type. */
export type FieldName<S extends Scope> = NamesOf<S, FieldEntry>;
/** Names of a scope's to-one steps, as a type. */
export type ToOneName<S extends Scope> = NamesOf<S, ToOneEntry>;
/** Names of a scope's relations, as a type. */
export type RelationIn<S extends Scope> = NamesOf<S, RelationEntry>;

/** The catalogue of one scope: name -> what it is. Look names up with `entryOf`, which knows no `constructor`. */
export function fieldsOf(scope: Scope): Readonly<Record<string, Entry>> {
  return scopes[scope];
}

/** What a name is in a scope; undefined when the scope does not have it. */
export function entryOf(scope: Scope, name: string): Entry | undefined {
  const fields = fieldsOf(scope);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export const isField = (entry: Entry): entry is FieldEntry => 'type' in entry;
export const isToOne = (entry: Entry): entry is ToOneEntry => 'toOne' in entry;
export const isRelation = (entry: Entry): entry is RelationEntry => 'toMany' in entry;

/** The scope of the object at the end of to-one steps; undefined when a name is none. */
export function scopeAt(scope: Scope, path: readonly string[]): Scope | undefined {
  let current = scope;
  for (const name of path) {
    const step = entryOf(current, name);
    if (step === undefined || !isToOne(step)) return undefined;
    current = step.toOne;
  }
  return current;
}

/** The field at the end of a path of names, the scope that has it included; undefined when there is none. */
export function fieldAt(scope: Scope, path: readonly string[]): FieldEntry | undefined {
  const owner = scopeAt(scope, path.slice(0, -1));
  const last = owner && entryOf(owner, path.at(-1) ?? '');
  return last !== undefined && isField(last) ? last : undefined;
}

/** The relation of that name in a scope; undefined when it has none. */
export function relationIn(scope: Scope, name: string): RelationEntry | undefined {
  const entry = entryOf(scope, name);
  return entry !== undefined && isRelation(entry) ? entry : undefined;
}

/** How messages speak of one object of a scope. */
export const scopeNouns: Readonly<Record<Scope, string>> = {
  customer: 'a customer',
  order: 'an order',
  line: 'an order line',
  product: 'a product',
  store: 'a store',
  staff: 'a staff member',
  event: 'an event',
  identifier: 'an identifier',
  device: 'a device',
};
