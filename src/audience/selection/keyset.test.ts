import { describe, expect, it } from 'vitest';
import { stretchesOf } from './keyset.ts';
import { orderingOf } from './ordering.ts';
import { customersSortable, ordersSortable } from './orderings.ts';

const byId = orderingOf(customersSortable, null);
const byPurchase = orderingOf(customersSortable, [{ field: 'LAST_PURCHASE_AT', direction: 'DESC' }]);
const may = '2026-05-01T00:00:00Z';

describe('a list sorted by its key', () => {
  it('is one stretch, which an index gives in order', () => {
    expect(stretchesOf(byId, [], false)).toEqual([
      { predicates: ['node.id IS NOT NULL'], parameters: {}, orderBy: 'node.id ASC' },
    ]);
    expect(stretchesOf(byId, [{ side: 'after', position: ['cus_1'] }], true)).toEqual([
      {
        predicates: ['node.id IS NOT NULL', 'node.id > $page0_0'],
        parameters: { page0_0: 'cus_1' },
        orderBy: 'node.id DESC',
      },
    ]);
  });
});

describe('a list sorted by a value that may be missing', () => {
  it('is those with the value, then those without', () => {
    expect(stretchesOf(byPurchase, [], false).map(({ predicates, orderBy }) => [predicates, orderBy])).toEqual([
      [['node.lastPurchaseAt IS NOT NULL'], 'node.lastPurchaseAt DESC, node.id ASC'],
      [['node.lastPurchaseAt IS NULL', 'node.id IS NOT NULL'], 'node.id ASC'],
    ]);
    expect(stretchesOf(byPurchase, [], true).map(({ orderBy }) => orderBy)).toEqual([
      'node.id DESC',
      'node.lastPurchaseAt ASC, node.id DESC',
    ]);
  });

  it('seeks a range, and settles ties by the key', () => {
    const [known, missing] = stretchesOf(byPurchase, [{ side: 'after', position: [may, 'cus_1'] }], false);
    expect(known?.predicates).toEqual([
      'node.lastPurchaseAt IS NOT NULL',
      'node.lastPurchaseAt <= datetime($page0_0)',
      '(node.lastPurchaseAt <> datetime($page0_0) OR node.id > $page0_1)',
    ]);
    expect(known?.parameters).toEqual({ page0_0: may, page0_1: 'cus_1' });
    expect(missing?.predicates).toEqual(['node.lastPurchaseAt IS NULL', 'node.id IS NOT NULL']);
  });

  it('leaves out the stretch that lies behind the place', () => {
    const orders = (side: 'after' | 'before', position: (string | null)[]) =>
      stretchesOf(byPurchase, [{ side, position }], false).map(({ orderBy }) => orderBy.includes('lastPurchaseAt'));
    expect(orders('after', [null, 'cus_1'])).toEqual([false]);
    expect(orders('before', [null, 'cus_1'])).toEqual([true, false]);
    expect(orders('before', [may, 'cus_1'])).toEqual([true]);
    expect(orders('after', [may, 'cus_1'])).toEqual([true, false]);
  });
});

it('a place can be included', () => {
  const ordering = orderingOf(ordersSortable, null);
  const [stretch] = stretchesOf(ordering, [{ side: 'before', position: [may, 'pos|1'], inclusive: true }], false);
  expect(stretch?.predicates).toEqual([
    'node.placedAt IS NOT NULL',
    'node.placedAt >= datetime($page0_0)',
    '(node.placedAt <> datetime($page0_0) OR node.key <= $page0_1)',
  ]);
});
