import type { PerformanceBand } from './bands.ts';

/** One of those compared, and what it sold. */
export interface Peer {
  readonly code: string;
  /** Minor units of the reporting currency; may be negative when more was given back than sold. */
  readonly revenueMinor: number;
}

/**
 * The bands of peers. Of n >= 2 peers the lowest and the highest q = max(1, floor(n × share)) are LOW and HIGH, the rest MEDIUM.
 * A peer is LOW only if no more than q peers, itself included, sold as little as it or less; HIGH the same upwards. So a tie
 * that straddles the border is MEDIUM for all in it, and equal peers are all MEDIUM. A peer alone has no band: null.
 * @param share 0 to 0.5
 */
export function rankPeers(peers: readonly Peer[], share: number): Map<string, PerformanceBand | null> {
  if (peers.length < 2) return new Map(peers.map(({ code }) => [code, null]));
  const quarter = quarterOf(peers.length, share);
  const ascending = peers.map((peer) => peer.revenueMinor).sort((a, b) => a - b);
  // With q lowest values up to ascending[q - 1], a tie reaches over the border exactly if ascending[q] equals it.
  return new Map(
    peers.map(({ code, revenueMinor }): [string, PerformanceBand] => {
      const low = revenueMinor < (ascending[quarter] ?? Number.POSITIVE_INFINITY);
      const high = revenueMinor > (ascending[ascending.length - 1 - quarter] ?? Number.NEGATIVE_INFINITY);
      if (low === high) return [code, 'MEDIUM'];
      return [code, low ? 'LOW' : 'HIGH'];
    }),
  );
}

/** How many of n peers may be LOW, and how many HIGH; 0.29 of 100 is 29, though 0.29 × 100 is a little less. */
export function quarterOf(n: number, share: number): number {
  return Math.max(1, Math.floor(n * share + 1e-9));
}
