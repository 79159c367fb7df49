import { describe, expect, it } from 'vitest';
import { generateDemo } from './generate-demo.ts';
import { lin } from './lin.ts';
import type { DemoRecord } from './types.ts';

const until = new Date('2026-11-22T06:00:00Z');

/** Her and her friend's records: those between the catalogue and the first made-up household. */
function linOf(customers: number, seed: number, at = until): DemoRecord[] {
  const records = [...generateDemo({ customers, seed, until: at }).records].filter(
    (record) => !('store' in record || 'staff' in record || 'product' in record),
  );
  return records.slice(0, customers === 1 ? 14 : 16);
}

describe('Ms Lin', () => {
  it('is the same whatever the seed and the size', () => {
    expect(linOf(40, 2)).toEqual(linOf(2, 1));
    expect(linOf(2, 1)).toHaveLength(16);
  });

  it('is alone when there is only one customer', () => {
    const records = [...generateDemo({ customers: 1, seed: 1, until }).records].slice(284);
    expect(records).toHaveLength(14);
    expect(JSON.stringify(records)).not.toContain('zhou');
  });

  it('is seen in five steps', () => {
    const steps = linOf(2, 1).flatMap((record) => {
      if ('customer' in record) return [`${record.customer.observedAt} ${record.customer.source}`];
      if ('order' in record) return [`${record.order.placedAt} order ${record.order.number}`];
      return 'event' in record ? [`${record.event.occurredAt} ${record.event.name}`] : [];
    });
    expect(steps.sort()).toEqual([
      '2026-10-13T11:02:00+08:00 order LIN-1',
      '2026-10-13T11:02:00+08:00 pos',
      '2026-10-13T11:05:00+08:00 scan_qr',
      '2026-10-13T11:06:00+08:00 follow',
      '2026-10-13T11:06:00+08:00 wechat',
      '2026-10-13T11:08:00+08:00 crm',
      '2026-10-13T20:00:00+08:00 message_open',
      '2026-10-14T20:08:00+08:00 product_view',
      '2026-10-14T20:09:00+08:00 add_to_cart',
      '2026-10-14T20:10:00+08:00 mini_program',
      '2026-10-14T20:15:00+08:00 order LIN-2',
      '2026-11-15T19:20:00+08:00 product_view',
      '2026-11-15T19:30:00+08:00 order LIN-3',
      '2026-11-16T12:00:00+08:00 share',
      '2026-11-16T12:40:00+08:00 follow',
      '2026-11-16T12:40:00+08:00 wechat',
    ]);
  });

  it('moves along with the end of the demo', () => {
    const orders = linOf(2, 1, new Date('2025-03-01T23:30:00+08:00')).flatMap((record) =>
      'order' in record ? [record.order.placedAt] : [],
    );
    expect(orders).toEqual(['2025-01-20T11:02:00+08:00', '2025-01-21T20:15:00+08:00', '2025-02-22T19:30:00+08:00']);
  });

  it('hangs together: five records, one group each for her and her friend, and the truth of what she spent', () => {
    const truth = [...generateDemo({ customers: 2, seed: 9, until }).truth];
    const records = truth.filter((entry) => entry.kind === 'record');
    expect(records.map(({ person, recordId, group }) => [person, recordId, group])).toEqual([
      ['p-0000000', '77120', 1],
      ['p-0000000', 'wx-lin', 1],
      ['p-0000000', 'C-lin', 1],
      ['p-0000000', 'mp-lin', 1],
      ['p-0000001', 'wx-zhou', 1],
    ]);
    const her = truth.find((entry) => entry.kind === 'person');
    expect(her).toEqual({
      kind: 'person',
      person: 'p-0000000',
      displayName: '林悦',
      phone: '+8613800138000',
      email: 'lin@example.com',
      sharesPhoneWith: null,
      purchaseCount: 3,
      totalSpent: lin.totalSpent,
    });
  });
});
