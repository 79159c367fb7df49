import { ofEachHabit } from '../../../profile/habits/habits.ts';
import type { FieldName, Scope } from '../../rules/index.ts';

/**
 * Where a rule's field is kept and how it compares. `money`: minor units of the reporting currency; `texts` and `levels`: list
 * properties, compared as tags and as a category path; `textOrEmpty`: text for which '' means missing; `stage`: follows from figures;
 * `habit`: worked out from what the customer did.
 */
export interface Field {
  readonly type:
    | 'text'
    | 'textOrEmpty'
    | 'whole'
    | 'money'
    | 'date'
    | 'instant'
    | 'texts'
    | 'levels'
    | 'stage'
    | 'habit';
  readonly property: string;
}

const field =
  (type: Field['type']) =>
  (property: string): Field => ({ type, property });
const text = field('text');
const whole = field('whole');
const money = field('money');
const instant = field('instant');
const habit = field('habit');
const tags = field('texts')('tags');

const fields: { readonly [S in Scope]: Readonly<Record<FieldName<S>, Field>> } = {
  customer: {
    id: text('id'),
    displayName: text('displayName'),
    gender: text('gender'),
    city: text('city'),
    province: text('province'),
    country: text('country'),
    birthDate: field('date')('birthDate'),
    language: text('language'),
    tags,
    lifecycleStage: field('stage')('lifecycleStage'),
    purchaseCount: whole('purchaseCount'),
    totalSpent: money('totalSpentMinor'),
    averagePurchaseValue: money('averagePurchaseMinor'),
    firstPurchaseAt: instant('firstPurchaseAt'),
    lastPurchaseAt: instant('lastPurchaseAt'),
    lastSeenAt: instant('lastSeenAt'),
    createdAt: instant('createdAt'),
    ...ofEachHabit(habit),
  },
  order: {
    source: text('source'),
    number: text('number'),
    placedAt: instant('placedAt'),
    status: text('status'),
    channel: text('channel'),
    promotion: text('promotion'),
    total: money('valueMinor'),
    netTotal: money('netMinor'),
  },
  line: { quantity: whole('quantity'), unitPrice: money('unitValueMinor'), total: money('lineValueMinor') },
  product: {
    sku: text('sku'),
    name: text('name'),
    category: field('levels')('category'),
    brand: text('brand'),
    price: money('priceValueMinor'),
    tags,
  },
  store: {
    code: text('code'),
    name: text('name'),
    format: text('format'),
    city: text('city'),
    province: text('province'),
    region: text('region'),
    performance: text('performance'),
    tags,
  },
  staff: { code: text('code'), name: text('name'), title: text('title'), performance: text('performance'), tags },
  event: { source: text('source'), name: text('name'), occurredAt: instant('occurredAt'), channel: text('channel') },
  identifier: { kind: text('kind'), scope: field('textOrEmpty')('scope') },
  device: { platform: text('platform'), model: text('model') },
};

/** The field of that name; undefined when the scope has none. */
export function fieldOf(scope: Scope, name: string): Field | undefined {
  const ofScope: Readonly<Record<string, Field>> = fields[scope];
  return Object.hasOwn(ofScope, name) ? ofScope[name] : undefined;
}
