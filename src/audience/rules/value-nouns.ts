import type { FieldType } from './operators.ts';
import type { FieldEntry } from './scopes.ts';
import { nearest } from './suggest.ts';

/** How messages speak of a field's type. */
export const typeNouns: Readonly<Record<FieldType, string>> = {
  String: 'a text',
  ID: 'an id',
  Int: 'a whole number',
  Decimal: 'a decimal number',
  Date: 'a date',
  DateTime: 'an instant',
  Tags: 'a list of tags',
  Enum: 'one of fixed words',
};

/** The fixed words that a mistyped one could be, best first; all of them when none is near and they are few. */
export function meantEnumValues(written: string, field: FieldEntry): string[] {
  const values = field.enumValues ?? [];
  const near = nearest(written, values);
  return near.length > 0 || values.length > 3 ? near : [...values];
}
