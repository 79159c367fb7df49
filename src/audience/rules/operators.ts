import type { FieldOperator, MeasureName, MeasureOperator, Operator } from './tree.ts';

export type FieldType = 'String' | 'ID' | 'Int' | 'Decimal' | 'Date' | 'DateTime' | 'Tags' | 'Enum';

/** What stands after an operator. */
export type Operand = 'value' | 'list' | 'duration' | 'nothing';

interface OperatorSpelling {
  /** As rule text spells it. */
  readonly text: string;
  /** As a filter input spells it. */
  readonly filter: string;
  readonly operand: Operand;
}

/** Each operator's spellings. The only place that knows them. */
export const operatorSpellings: Readonly<Record<Operator, OperatorSpelling>> = {
  eq: { text: '=', filter: 'eq', operand: 'value' },
  ne: { text: '!=', filter: 'ne', operand: 'value' },
  lt: { text: '<', filter: 'lt', operand: 'value' },
  lte: { text: '<=', filter: 'lte', operand: 'value' },
  gt: { text: '>', filter: 'gt', operand: 'value' },
  gte: { text: '>=', filter: 'gte', operand: 'value' },
  in: { text: 'in', filter: 'in', operand: 'list' },
  notIn: { text: 'not in', filter: 'notIn', operand: 'list' },
  contains: { text: 'contains', filter: 'contains', operand: 'value' },
  startsWith: { text: 'starts with', filter: 'startsWith', operand: 'value' },
  known: { text: 'is known', filter: 'exists', operand: 'nothing' },
  unknown: { text: 'is not known', filter: 'exists', operand: 'nothing' },
  before: { text: 'before', filter: 'before', operand: 'value' },
  after: { text: 'after', filter: 'after', operand: 'value' },
  within: { text: 'within', filter: 'within', operand: 'duration' },
  notWithin: { text: 'not within', filter: 'notWithin', operand: 'duration' },
  anniversaryWithin: { text: 'anniversary within next', filter: 'anniversaryWithin', operand: 'duration' },
  has: { text: 'has', filter: 'has', operand: 'value' },
  hasAny: { text: 'has any', filter: 'hasAny', operand: 'list' },
  hasAll: { text: 'has all', filter: 'hasAll', operand: 'list' },
  hasNone: { text: 'has none', filter: 'hasNone', operand: 'list' },
};

const equality = ['eq', 'ne', 'in', 'notIn'] as const;
const size = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const;
const presence = ['known', 'unknown'] as const;

/** The operators that the filter inputs have for each type, in their order. Enums differ: see `scopes.ts`. */
export const operatorsOfType = {
  String: [...equality, 'contains', 'startsWith', ...presence],
  ID: [...equality],
  Int: [...size, 'in'],
  Decimal: [...size],
  Date: ['eq', 'before', 'after', 'anniversaryWithin', ...presence],
  DateTime: ['before', 'after', 'within', 'notWithin', 'anniversaryWithin', ...presence],
  Tags: ['has', 'hasAny', 'hasAll', 'hasNone'],
  Enum: [...equality],
  EnumOrMissing: [...equality, ...presence],
} as const satisfies Readonly<Record<FieldType | 'EnumOrMissing', readonly Operator[]>>;

/** Operators that text has beyond the filter inputs; `resolve-comparison.ts` spells them out with the ones above. */
export const textOnlyOperators: Partial<Record<FieldType, readonly Operator[]>> = {
  Int: ['notIn'],
  Decimal: ['in', 'notIn'],
};

/** What was probably meant where an operator does not apply to the type. */
export const meantOperators: Partial<Record<FieldType, Partial<Record<Operator, Operator>>>> = {
  String: { has: 'contains', hasAny: 'in', hasNone: 'notIn' },
  ID: { contains: 'eq', startsWith: 'eq', has: 'eq', hasAny: 'in', hasNone: 'notIn' },
  Int: { before: 'lt', after: 'gt' },
  Decimal: { before: 'lt', after: 'gt' },
  Date: { lt: 'before', lte: 'before', gt: 'after', gte: 'after', within: 'after' },
  DateTime: { lt: 'before', lte: 'before', gt: 'after', gte: 'after' },
  Tags: { eq: 'has', contains: 'has', startsWith: 'has', in: 'hasAny', notIn: 'hasNone', ne: 'hasNone' },
  Enum: { has: 'eq', contains: 'eq', hasAny: 'in', hasNone: 'notIn' },
};

/** Measures in canonical order, with the type of their number. */
export const measureTypes: Readonly<Record<MeasureName, 'Int' | 'Decimal'>> = {
  count: 'Int',
  total: 'Decimal',
  quantity: 'Int',
  sum: 'Decimal',
  average: 'Decimal',
  minimum: 'Decimal',
  maximum: 'Decimal',
  distinct: 'Int',
  share: 'Decimal',
};

/** Measures of a value of the related objects, `sum total`: which types of value they take. */
export const measuredFields: Partial<Readonly<Record<MeasureName, 'numbers' | 'all'>>> = {
  sum: 'numbers',
  average: 'numbers',
  minimum: 'numbers',
  maximum: 'numbers',
  distinct: 'all',
};

/** Every relation is measured by these; counts and sums of a fixed value are the relation's own. */
export const commonMeasures = ['sum', 'average', 'minimum', 'maximum', 'distinct', 'share'] as const;

export const measureNames = Object.keys(measureTypes) as readonly MeasureName[];

/** Operators of a measure, in canonical order. */
export const measureOperators: readonly MeasureOperator[] = size;

/** The operators that are written as a sign, by that sign. */
export const operatorOfSign: Readonly<Partial<Record<string, MeasureOperator>>> = Object.fromEntries(
  measureOperators.map((operator) => [operatorSpellings[operator].text, operator]),
);

/** The operators that may stand between two values. */
export const fieldOperators: readonly FieldOperator[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'before', 'after'];
