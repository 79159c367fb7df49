import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DomainError } from '../../platform/errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { orderingOf } from './ordering.ts';
import { customersSortable, storesSortable } from './orderings.ts';

const ordering = orderingOf(customersSortable, [
  { field: 'DISPLAY_NAME', direction: 'DESC' },
  { field: 'PURCHASE_COUNT' },
]);

it('gives back the position that was put into it, whatever the text', () => {
  fc.assert(
    fc.property(fc.option(fc.string({ unit: 'grapheme' })), fc.maxSafeInteger(), fc.string(), (name, count, id) => {
      const cursor = encodeCursor(ordering, [name, count, id]);
      expect(decodeCursor(ordering, 'after', cursor)).toEqual([name, count, id]);
    }),
  );
});

it('never breaks on text that is no cursor', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.json().map((json) => Buffer.from(json).toString('base64url')),
      ),
      (text) => {
        expect(() => decodeCursor(ordering, 'before', text)).toThrowError(DomainError);
      },
    ),
  );
});

it('tells orders and lists apart, and takes a field said twice for one', () => {
  const signatures = [
    ordering,
    orderingOf(customersSortable, null),
    orderingOf(customersSortable, []),
    orderingOf(customersSortable, [{ field: 'ID' }, { field: 'CITY' }]),
    orderingOf(customersSortable, [{ field: 'CITY' }, { field: 'CITY', direction: 'DESC' }]),
    orderingOf(storesSortable, null),
  ].map(({ signature }) => signature);
  expect(signatures).toEqual([
    'customers:displayName DESC,purchaseCount ASC,id ASC',
    'customers:id ASC',
    'customers:id ASC',
    'customers:id ASC',
    'customers:city ASC,id ASC',
    'stores:code ASC',
  ]);
});
