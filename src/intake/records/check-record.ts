import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { parseInstant, parseLocalDate } from '../../platform/time.ts';

/** One fault of a record: a stable code, a sentence that says what to do, and the field at fault. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

type Report = (fault: Fault) => void;
type Check = (value: unknown, path: readonly string[], report: Report) => unknown;

const DECIMAL = /^-?\d{1,18}(\.\d{1,9})?$/;

/** Writes a value into a message, cut short so that a report stays readable. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function text(expected: string, code: string, accept: (value: string) => boolean): Check {
  return (value, path, report) => {
    if (!isText(value)) report({ code: 'WRONG_TYPE', message: `Expected ${expected}, found ${show(value)}.`, path });
    else if (!accept(value)) report({ code, message: `${show(value)} is not ${expected}.`, path });
    return value;
  };
}

const scalarChecks: Readonly<Record<string, Check>> = {
  String: text('a string', 'WRONG_TYPE', () => true),
  ID: (value, path, report) => {
    const id = Number.isSafeInteger(value) ? String(value) : value;
    if (!isText(id)) report({ code: 'WRONG_TYPE', message: `Expected a string, found ${show(value)}.`, path });
    else if (id.trim() === '')
      report({ code: 'EMPTY_KEY', message: 'A key may not be empty: it is how the record is known again.', path });
    return id;
  },
  Int: (value, path, report) => {
    if (!Number.isInteger(value) || Math.abs(value as number) > 0x7fffffff)
      report({ code: 'WRONG_TYPE', message: `Expected a whole number, found ${show(value)}.`, path });
    return value;
  },
  Boolean: (value, path, report) => {
    if (typeof value !== 'boolean')
      report({ code: 'WRONG_TYPE', message: `Expected true or false, found ${show(value)}.`, path });
    return value;
  },
  DateTime: text(
    'an RFC 3339 instant with an offset, such as "2026-06-18T11:02:00+08:00"',
    'INVALID_DATE_TIME',
    (value) => parseInstant(value) !== null,
  ),
  Date: text('a calendar date, such as "2026-06-18"', 'INVALID_DATE', (value) => parseLocalDate(value) !== null),
  Decimal: text('an exact decimal written as a string, such as "199.00"', 'INVALID_DECIMAL', (value) =>
    DECIMAL.test(value),
  ),
  JSON: (value) => value,
};

/** Builds the check of one input type once, so that checking a record is a walk over closures. */
function buildCheck(type: GraphQLInputType, known: Map<string, Check>): Check {
  if (isNonNullType(type)) return buildCheck(type.ofType, known);
  if (isListType(type)) {
    const checkItem = buildCheck(type.ofType, known);
    return (value, path, report) => {
      if (!Array.isArray(value)) {
        report({ code: 'WRONG_TYPE', message: `Expected a list, found ${show(value)}.`, path });
        return value;
      }
      return value.map((item, position) => {
        const itemPath = [...path, String(position)];
        if (item !== null) return checkItem(item, itemPath, report);
        report({ code: 'WRONG_TYPE', message: 'A list may not hold null.', path: itemPath });
        return item;
      });
    };
  }
  if (isEnumType(type)) {
    const names = type.getValues().map((value) => value.name);
    return (value, path, report) => {
      if (!names.includes(value as string))
        report({
          code: 'UNKNOWN_ENUM_VALUE',
          message: `Expected one of ${names.join(', ')}, found ${show(value)}.`,
          path,
        });
      return value;
    };
  }
  if (isInputObjectType(type)) {
    const cached = known.get(type.name);
    if (cached) return cached;
    let check: Check = (value) => value;
    known.set(type.name, (value, path, report) => check(value, path, report));
    check = buildObjectCheck(type, known);
    return check;
  }
  const scalar = scalarChecks[type.name];
  if (!scalar) throw new Error(`No check is written for the scalar ${type.name}.`);
  return scalar;
}

function buildObjectCheck(type: GraphQLInputObjectType, known: Map<string, Check>): Check {
  const fields = Object.values(type.getFields()).map((field) => ({
    name: field.name,
    required: isNonNullType(field.type) && field.defaultValue === undefined,
    defaultValue: field.defaultValue,
    check: buildCheck(field.type, known),
  }));
  const names = new Set(fields.map((field) => field.name));
  return (value, path, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      report({ code: 'WRONG_TYPE', message: `Expected an object, found ${show(value)}.`, path });
      return value;
    }
    const given = value as Record<string, unknown>;
    if (type.isOneOf && Object.keys(given).length !== 1) {
      const message = `A record has exactly one of the keys ${[...names].join(', ')}; found ${Object.keys(given).join(', ') || 'none'}.`;
      report({ code: 'NOT_ONE_RECORD', message, path });
      return value;
    }
    for (const name of Object.keys(given)) {
      if (names.has(name)) continue;
      const message = `${type.name} has no field ${show(name)}. Its fields are ${[...names].join(', ')}.`;
      report({ code: 'UNKNOWN_FIELD', message, path: [...path, name] });
    }
    const checked: Record<string, unknown> = {};
    for (const field of fields) {
      const fieldValue = given[field.name] ?? field.defaultValue;
      if (fieldValue !== undefined && fieldValue !== null) {
        checked[field.name] = field.check(fieldValue, [...path, field.name], report);
      } else if (field.required || (type.isOneOf && field.name in given)) {
        report({ code: 'MISSING_FIELD', message: `The field ${field.name} is required.`, path: [...path, field.name] });
      }
    }
    return checked;
  };
}

/** A record with defaults filled in and nulls dropped, or what is wrong with it. */
export type CheckedRecord<T> = { readonly record: T } | { readonly faults: readonly Fault[] };

/**
 * Builds the check of records from the schema's input type, so that files, the HTTP import and the mutation obey one definition.
 * @param schema the schema that defines `RecordInput`
 */
export function createRecordCheck<T>(schema: GraphQLSchema): (value: unknown) => CheckedRecord<T> {
  const type = schema.getType('RecordInput');
  if (!isInputObjectType(type)) throw new Error('The schema has no input type RecordInput.');
  const check = buildCheck(type, new Map());
  return (value) => {
    const faults: Fault[] = [];
    const record = check(value, [], (fault) => faults.push(fault));
    return faults.length > 0 ? { faults } : { record: record as T };
  };
}
