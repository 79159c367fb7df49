import { describe, expect, it } from 'vitest';
import { groupSightings } from './truth.ts';

const phone = (value: string) => ({ kind: 'phone', value });
const union = { kind: 'wechat_unionid', value: 'oU_1', scope: 'brand' };
const email = { kind: 'email', value: 'a@example.com' };

describe('groups of records', () => {
  it('chains records over what they have in common, in whatever order they come', () => {
    expect(groupSightings([{ handles: [phone('1')] }, { handles: [union] }, { handles: [union, phone('1')] }])).toEqual(
      [1, 1, 1],
    );
  });

  it('keeps apart what nothing joins, and what states nothing', () => {
    const records = [
      { handles: [phone('1')] },
      { handles: [] },
      { handles: [email] },
      { handles: [] },
      { handles: [email] },
    ];
    expect(groupSightings(records)).toEqual([1, 2, 3, 4, 3]);
  });

  it('does not take equal values of another scope for the same', () => {
    expect(groupSightings([{ handles: [union] }, { handles: [{ ...union, scope: 'other' }] }])).toEqual([1, 2]);
  });
});
