import fc from 'fast-check';
import { operatorSpellings } from '../operators.ts';
import type { FieldEntry } from '../scopes.ts';
import type { CompareValue, Operator } from '../tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What an operator can compare a field with, which a suite knows by `name`, `'store.city'`. */
export function arbitraryOperand(
  operator: Operator,
  field: FieldEntry,
  name: string,
  vocabulary: Vocabulary,
): fc.Arbitrary<CompareValue> {
  const value = arbitraryValue(field, vocabulary.values?.[name]);
  switch (operatorSpellings[operator].operand) {
    case 'nothing':
      return fc.constant(null);
    case 'duration':
      return arbitraryDuration(vocabulary.durations).filter(
        (duration) => operator !== 'anniversaryWithin' || !duration.startsWith('PT'),
      );
    case 'value':
      return value;
    case 'list':
      return fc.array(value, { minLength: 1, maxLength: 3 }) as fc.Arbitrary<string[] | number[]>;
  }
}

function arbitraryValue(
  field: FieldEntry,
  known: readonly (string | number)[] | undefined,
): fc.Arbitrary<string | number> {
  if (known !== undefined && known.length > 0) return fc.constantFrom(...known);
  switch (field.type) {
    case 'String':
    case 'ID':
    case 'Tags':
      return arbitraryText;
    case 'Int':
      return fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
    case 'Decimal':
      return arbitraryDecimal;
    case 'Date':
      return arbitraryInstant.map((instant) => instant.slice(0, 10));
    case 'DateTime':
      return arbitraryInstant;
    case 'Enum':
      return fc.constantFrom(...(field.enumValues ?? []));
  }
}

/** Any text that rules can keep, with quotes, backslashes, keywords and other scripts well represented. */
const arbitraryText = fc
  .oneof(
    fc.constantFrom('hiker', '"', '\\', '\\"', '', ' and ', '# no', '上海', 'ﬁ', 'é', '（', '😀', ')', 'tags has "x"'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  .map((text) => text.replace(/[\r\n]/g, ' ').normalize('NFKC'));

/** Decimal text with up to four places, as rules write it. */
export const arbitraryDecimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, shift]) => canonical(digits, shift));

function canonical(digits: number, shift: number): string {
  const text = String(Math.abs(digits)).padStart(shift + 1, '0');
  const fraction = text.slice(text.length - shift).replace(/0+$/, '');
  const whole = text.slice(0, text.length - shift);
  const sign = digits < 0 ? '-' : '';
  return shift === 0 || fraction === '' ? `${digits === 0 ? '' : sign}${whole}` : `${sign}${whole}.${fraction}`;
}

const arbitraryInstant = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** An ISO duration of one unit. */
export function arbitraryDuration(known: readonly string[] = []): fc.Arbitrary<string> {
  if (known.length > 0) return fc.constantFrom(...known);
  return fc
    .tuple(fc.nat({ max: 1_000 }), fc.constantFrom('PT#H', 'P#D', 'P#W', 'P#M', 'P#Y'))
    .map(([amount, pattern]) => pattern.replace('#', String(amount)));
}
