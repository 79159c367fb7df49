import { fromMinor } from '../../../platform/money.ts';
import type { CustomerRow } from '../../../profile/customer360/customer-row.ts';
import { type HabitName, type Habits, habitTypes, ofEachHabit } from '../../../profile/habits/habits.ts';
import { stageOf } from '../../../profile/lifecycle/stages.ts';
import type { FieldName } from '../../rules/index.ts';
import type { AudienceSettings } from '../../selection/compile-selection.ts';
import type { Evidence } from './clause-tree.ts';

type Show = (customer: CustomerRow, asOf: Date, settings: AudienceSettings, told: ToldValues) => unknown;

/** What is told of a customer when it is asked for. */
export interface ToldValues {
  readonly habits: Habits | null;
  readonly tags: readonly string[];
}

const money = (minor: number | null, currency: string) =>
  minor === null ? null : { amount: fromMinor(minor, currency), currency };
const instant = (value: Date | null) => value?.toISOString() ?? null;

const habit =
  (name: HabitName): Show =>
  (_customer, _asOf, _settings, { habits }) =>
    habits?.[name] ?? null;

const values: Readonly<Record<FieldName<'customer'>, Show>> = {
  id: (customer) => customer.id,
  displayName: (customer) => customer.displayName,
  gender: (customer) => customer.gender,
  city: (customer) => customer.city,
  province: (customer) => customer.province,
  country: (customer) => customer.country,
  birthDate: (customer) => customer.birthDate,
  language: (customer) => customer.language,
  tags: (_customer, _asOf, _settings, { tags }) => tags,
  lifecycleStage: (customer, asOf, settings) => stageOf(customer, asOf, settings.lifecycle),
  purchaseCount: (customer) => customer.purchaseCount,
  totalSpent: (customer, _, { currency }) => money(customer.totalSpentMinor, currency),
  averagePurchaseValue: (customer, _, { currency }) => money(customer.averagePurchaseMinor, currency),
  firstPurchaseAt: (customer) => instant(customer.firstPurchaseAt),
  lastPurchaseAt: (customer) => instant(customer.lastPurchaseAt),
  lastSeenAt: (customer) => instant(customer.lastSeenAt),
  createdAt: (customer) => instant(customer.createdAt),
  ...ofEachHabit(habit),
};

/** The value that a comparison found; null when the customer has none. */
export function valueEvidence(
  path: readonly string[],
  customer: CustomerRow,
  asOf: Date,
  settings: AudienceSettings,
  told: ToldValues,
): Evidence {
  const field = path.join('.');
  if (!isField(field)) throw new Error(`A customer has no ${field}.`);
  return { type: 'value', field, value: values[field](customer, asOf, settings, told) };
}

function isField(field: string): field is FieldName<'customer'> {
  return Object.hasOwn(values, field);
}

/** Whether a path ends at a habit, which is read by itself. */
export const isHabit = (path: readonly string[]): boolean =>
  path.length === 1 && Object.hasOwn(habitTypes, path[0] ?? '');

/** Whether a path ends at the tags, some of which are told. */
export const isTags = ([field, ...more]: readonly string[]): boolean => field === 'tags' && more.length === 0;
