import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quarterOf, rankPeers } from './rank.ts';

/** The bands of peers with these revenues, in that order. */
function bands(...revenues: number[]): (string | null | undefined)[] {
  const peers = revenues.map((revenueMinor, index) => ({ code: `p${index}`, revenueMinor }));
  const ranked = rankPeers(peers, 0.25);
  return peers.map(({ code }) => ranked.get(code));
}

describe('rankPeers', () => {
  it('has nothing to say of none, and of one alone', () => {
    expect(rankPeers([], 0.25)).toEqual(new Map());
    expect(bands(500)).toEqual([null]);
  });

  it('takes at least one at each end', () => {
    expect(bands(10, 20)).toEqual(['LOW', 'HIGH']);
    expect(bands(30, 10, 20)).toEqual(['HIGH', 'LOW', 'MEDIUM']);
    expect(bands(4, 3, 2, 1)).toEqual(['HIGH', 'MEDIUM', 'MEDIUM', 'LOW']);
    expect(bands(5, 4, 3, 2, 1)).toEqual(['HIGH', 'MEDIUM', 'MEDIUM', 'MEDIUM', 'LOW']);
  });

  it('takes a quarter at each end', () => {
    expect(bands(1, 2, 3, 4, 5, 6, 7, 8)).toEqual([
      'LOW',
      'LOW',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'HIGH',
      'HIGH',
    ]);
  });

  it('calls everyone MEDIUM in a tie that straddles the border', () => {
    expect(bands(7, 7)).toEqual(['MEDIUM', 'MEDIUM']);
    expect(bands(0, 0, 0, 0, 0)).toEqual(Array(5).fill('MEDIUM'));
    expect(bands(1, 1, 3)).toEqual(['MEDIUM', 'MEDIUM', 'HIGH']);
    expect(bands(1, 3, 3)).toEqual(['LOW', 'MEDIUM', 'MEDIUM']);
    expect(bands(1, 2, 2, 4, 5, 6, 7, 8)).toEqual([
      'LOW',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'HIGH',
      'HIGH',
    ]);
  });

  it('keeps a tie together that fits inside the border', () => {
    expect(bands(1, 1, 3, 4, 5, 6, 8, 8)).toEqual([
      'LOW',
      'LOW',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'HIGH',
      'HIGH',
    ]);
  });

  it('ranks a loss below nothing', () => {
    expect(bands(0, -5, 3)).toEqual(['MEDIUM', 'LOW', 'HIGH']);
  });

  it('counts the share without rounding faults', () => {
    expect(quarterOf(100, 0.29)).toBe(29);
    expect([1, 2, 3, 4, 7, 8, 11, 12].map((n) => quarterOf(n, 0.25))).toEqual([1, 1, 1, 1, 1, 2, 2, 3]);
  });

  it('follows its definition for any peers', () => {
    const revenues = fc.array(fc.integer({ min: -3, max: 6 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(revenues, fc.constantFrom(0.1, 0.25, 0.5), (values, share) => {
        const peers = values.map((revenueMinor, index) => ({ code: `p${index}`, revenueMinor }));
        const ranked = rankPeers(peers, share);
        const q = Math.max(1, Math.floor(values.length * share));
        for (const { code, revenueMinor } of peers) {
          const low = values.filter((value) => value <= revenueMinor).length <= q;
          const high = values.filter((value) => value >= revenueMinor).length <= q;
          expect(low && high).toBe(false);
          expect(ranked.get(code)).toBe(low ? 'LOW' : high ? 'HIGH' : 'MEDIUM');
        }
      }),
    );
  });
});
