import { compare } from './build.ts';
import { readDate, readInstant, readStartOfDay } from './dates.ts';
import { checkDuration, readDuration } from './durations.ts';
import { fault, type Reading } from './errors.ts';
import type { FilterContext, FilterPlace } from './filter-place.ts';
import { readOtherFields } from './from-filter-fields.ts';
import { readParameters } from './from-filter-parameters.ts';
import { asList, describeJson, isObject } from './json.ts';
import { ruleLimits } from './limits.ts';
import { readDecimal, readInt } from './numbers.ts';
import { type FieldType, meantOperators, operatorSpellings } from './operators.ts';
import type { FieldEntry } from './scopes.ts';
import { readString } from './strings.ts';
import type { CompareValue, Operator, Rule, Scope } from './tree.ts';
import { meantEnumValues, typeNouns } from './value-nouns.ts';

type Value = string | number;

/** The comparisons of one field with values and with other fields, of which all must hold; null when something was reported. */
export function readField(
  value: unknown,
  field: FieldEntry,
  path: readonly string[],
  place: FilterPlace,
  context: FilterContext,
): Rule[] | null {
  return readComparisons(value, field, path, place.at, context, place.root);
}

/** The same; with other fields only where `root` says what their names start from. */
export function readComparisons(
  value: unknown,
  field: FieldEntry,
  path: readonly string[],
  at: readonly string[],
  context: FilterContext,
  root?: Scope,
): Rule[] | null {
  const name = path.at(-1) ?? '';
  if (!isObject(value)) {
    const expected = `an object such as { ${operatorSpellings[field.operators[0] as Operator].filter}: … }`;
    context.report.add(at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return null;
  }
  const entries = Object.entries(value).filter(([, operand]) => operand !== undefined);
  if (entries.length === 0) {
    context.report.add(at, 'EMPTY_FILTER', { name, write: `compare it, or leave it out` });
    return null;
  }
  const read = entries.map(([key, operand]) =>
    key === 'field' && root !== undefined
      ? readOtherFields(operand, field, path, [...at, key], context, root)
      : key === 'parameter'
        ? readParameters(operand, field, path, [...at, key], context)
        : asRules(readComparison(key, operand, field, path, [...at, key], context)),
  );
  const rules = read.filter((rule) => rule !== null);
  return rules.length < read.length ? null : rules.flat();
}

const asRules = (rule: Rule | null): Rule[] | null => (rule === null ? null : [rule]);

function readComparison(
  key: string,
  operand: unknown,
  field: FieldEntry,
  path: readonly string[],
  at: readonly string[],
  context: FilterContext,
): Rule | null {
  const operator = operatorOf(key, operand, field);
  if (operator === undefined) {
    const allowed = [...new Set(field.operators.map((one) => operatorSpellings[one].filter))];
    const parameters = { path: path.join('.'), operator: key, type: typeNouns[field.type], allowed };
    context.report.add(at, 'WRONG_OPERATOR', parameters, meantKeys(key, field));
    return null;
  }
  const value = readOperand(operator, operand, { field, path, timeZone: context.timeZone }, (within, found) =>
    refuse([...at, ...within], found, context),
  );
  return value === undefined ? null : compare(path, operator, value);
}

/** What is compared, and where days begin. */
interface Compared {
  readonly field: FieldEntry;
  /** For the message. */
  readonly path: readonly string[];
  readonly timeZone: string;
}

/** What stands after an operator, as the tree holds it; undefined when it was refused, perhaps an element of it. */
export function readOperand(
  operator: Operator,
  operand: unknown,
  { field, path, timeZone }: Compared,
  refused: (within: readonly string[], found: Reading<never>) => void,
): CompareValue | undefined {
  const spelled = path.join('.');
  const kept = (reading: Reading<Value | null>): CompareValue | undefined => {
    if ('value' in reading) return reading.value;
    refused([], reading);
    return undefined;
  };
  switch (operatorSpellings[operator].operand) {
    case 'nothing':
      if (typeof operand === 'boolean') return null;
      return kept(fault('NOT_A_VALUE', { found: describeJson(operand), expected: 'true or false' }));
    case 'duration': {
      const read = readJsonDuration(operand, spelled);
      return kept('value' in read ? checkDuration(operator, read.value) : read);
    }
    case 'value':
      return kept(readJsonValue(operand, field, spelled, timeZone));
    case 'list':
      return readList(operand, field, spelled, timeZone, refused);
  }
}

function operatorOf(key: string, operand: unknown, field: FieldEntry): Operator | undefined {
  const operator = field.operators.find((one) => operatorSpellings[one].filter === key);
  return operator === 'known' && operand === false ? 'unknown' : operator;
}

function meantKeys(key: string, field: FieldEntry): string[] {
  const written = (Object.keys(operatorSpellings) as Operator[]).find((one) => operatorSpellings[one].filter === key);
  const meant = written === undefined ? undefined : meantOperators[field.type]?.[written];
  return meant === undefined ? [] : [operatorSpellings[meant].filter];
}

function readList(
  operand: unknown,
  field: FieldEntry,
  path: string,
  timeZone: string,
  refused: (within: readonly string[], found: Reading<never>) => void,
): CompareValue | undefined {
  const elements = asList(operand);
  if (elements.length === 0) {
    refused([], fault('EMPTY_LIST', { name: path }));
    return undefined;
  }
  if (elements.length > ruleLimits.list) {
    refused([], fault('LIST_TOO_LONG', { length: elements.length }));
    return undefined;
  }
  const values: Value[] = [];
  for (const [index, element] of elements.entries()) {
    const reading = readJsonValue(element, field, path, timeZone);
    if ('value' in reading) values.push(reading.value);
    else refused(Array.isArray(operand) ? [String(index)] : [], reading);
  }
  return values.length < elements.length ? undefined : (values as string[] | number[]);
}

/** How a filter writes a value of each type. */
const writtenAs: Readonly<Record<FieldType, string>> = {
  String: 'a string',
  ID: 'an id',
  Int: 'a whole number',
  Decimal: 'a decimal number as a string, such as "199.00"',
  Date: 'a date as a string, such as "2026-06-18"',
  DateTime: 'an instant as a string, such as "2026-06-18T09:30:00+08:00"',
  Tags: 'a tag as a string',
  Enum: 'a name as a string',
};

/** One value of a filter, as the tree holds it for its field. `path` is for the message. */
function readJsonValue(value: unknown, field: FieldEntry, path: string, timeZone: string): Reading<Value> {
  if (value === null) return fault('NOT_A_VALUE', { found: 'null', expected: writtenAs[field.type] });
  if (field.type === 'Int' && typeof value === 'number') return readInt(String(value));
  if (field.type === 'ID' && Number.isSafeInteger(value)) return { value: String(value) };
  if (field.type === 'Int' || typeof value !== 'string') {
    const meant = field.type === 'Decimal' && Number.isSafeInteger(value) ? [`"${value}"`] : [];
    return fault('WRONG_VALUE_TYPE', { path, expected: writtenAs[field.type], found: describeJson(value) }, meant);
  }
  switch (field.type) {
    case 'String':
    case 'ID':
    case 'Tags':
      return readString(value);
    case 'Decimal':
      return readDecimal(value);
    case 'Date':
      return readDate(value);
    case 'DateTime':
      return /^[^Tt:]*$/.test(value) ? readStartOfDay(value, timeZone) : readInstant(value);
    case 'Enum': {
      const values = field.enumValues ?? [];
      if (values.includes(value)) return { value };
      return fault('UNKNOWN_ENUM_VALUE', { path, value: describeJson(value), values }, meantEnumValues(value, field));
    }
  }
}

function readJsonDuration(value: unknown, path: string): Reading<string> {
  const expected = 'an ISO 8601 duration as a string, such as "P6M"';
  if (value === null) return fault('NOT_A_VALUE', { found: 'null', expected });
  if (typeof value === 'string') return readDuration(value);
  return fault('WRONG_VALUE_TYPE', { path, expected, found: describeJson(value) });
}

function refuse(at: readonly string[], found: Reading<never>, { report }: FilterContext): null {
  if ('fault' in found) report.addFault(at, found.fault);
  return null;
}
