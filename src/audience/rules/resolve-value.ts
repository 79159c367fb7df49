import { describe } from './cursor.ts';
import { readDate, readInstant, readStartOfDay } from './dates.ts';
import { fault, type Reading } from './errors.ts';
import type { Token } from './lexer.ts';
import { readDecimal, readInt } from './numbers.ts';
import type { FieldType } from './operators.ts';
import type { FieldEntry } from './scopes.ts';
import { quote } from './strings.ts';
import { meantEnumValues } from './value-nouns.ts';

/** One value of a text, as the tree holds it for its field. `path` is for the message. */
export function resolveValue(
  token: Token,
  field: FieldEntry,
  path: string,
  timeZone: string,
): Reading<string | number> {
  switch (field.type) {
    case 'String':
    case 'ID':
    case 'Tags':
      return token.kind === 'string' ? { value: token.text } : wrongType(token, field, path);
    case 'Int':
      return token.kind === 'number' ? readInt(token.text) : wrongType(token, field, path);
    case 'Decimal':
      return token.kind === 'number' ? readDecimal(token.text) : wrongType(token, field, path);
    case 'Date':
      return token.kind === 'date' ? readDate(token.text) : wrongType(token, field, path);
    case 'DateTime':
      if (token.kind !== 'date') return wrongType(token, field, path);
      return /[Tt:]/.test(token.text) ? readInstant(token.text) : readStartOfDay(token.text, timeZone);
    case 'Enum':
      return token.kind === 'name' ? resolveEnumValue(token.text, field, path) : wrongType(token, field, path);
  }
}

function resolveEnumValue(value: string, field: FieldEntry, path: string): Reading<string> {
  const values = field.enumValues ?? [];
  if (values.includes(value)) return { value };
  return fault('UNKNOWN_ENUM_VALUE', { path, value, values }, meantEnumValues(value, field));
}

/** How rule text writes a value of each type. */
const writtenAs: Readonly<Record<FieldType, string>> = {
  String: 'a text in double quotes',
  ID: 'an id in double quotes',
  Int: 'a whole number',
  Decimal: 'a number',
  Date: 'a date such as 2026-06-18',
  DateTime: 'a date such as 2026-06-18 or a full instant',
  Tags: 'a tag in double quotes',
  Enum: 'a word without quotes',
};

function wrongType(token: Token, field: FieldEntry, path: string): Reading<never> {
  const parameters = { path, expected: writtenAs[field.type], found: describe(token) };
  return fault('WRONG_VALUE_TYPE', parameters, meantValues(token, field));
}

/** The same value in the spelling of the type, where it has one. */
function meantValues({ text }: Token, field: FieldEntry): string[] {
  const kept = (reading: Reading<unknown>): string[] => ('value' in reading ? [text] : []);
  switch (field.type) {
    case 'String':
    case 'ID':
    case 'Tags':
      return [quote(text)];
    case 'Int':
    case 'Decimal':
      return kept(readDecimal(text));
    case 'Date':
      return kept(readDate(text));
    case 'DateTime':
      return [...kept(readDate(text)), ...kept(readInstant(text))];
    case 'Enum':
      return (field.enumValues ?? []).filter((value) => value === text.toUpperCase());
  }
}
