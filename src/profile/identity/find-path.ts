import type { DecisionRow, EvidenceFact } from './identity-evidence.ts';
import type { TieIndex, TieKind } from './tie-index.ts';

/** Two facts and what ties them. */
export interface Link {
  readonly from: EvidenceFact;
  readonly by: TieKind;
  readonly key: string | null;
  readonly decision: DecisionRow | null;
  readonly to: EvidenceFact;
}

/**
 * The shortest way from one fact of a customer to another, over what ties them; weak identifiers only where there is no other
 * way. Null when there is none; empty from a fact to itself.
 */
export function findPath(index: TieIndex, start: string, end: string): Link[] | null {
  const cameBy = new Map<string, Link | null>([[start, null]]);
  const spent = new Set<string>();
  let frontier = [start];
  while (frontier.length > 0 && !cameBy.has(end)) {
    // What weak identifiers lead to waits until all that can be reached without them is.
    const later: Link[] = [];
    for (let at = 0; at < frontier.length && !cameBy.has(end); at++) {
      const from = index.facts.get(frontier[at] as string);
      if (!from) continue;
      for (const { by, key, decision, others } of index.tiesOf(from)) {
        const name = `${by === 'WEAK_IDENTIFIER' && from.anonymous} ${key}`;
        if (key !== null && spent.has(name)) continue;
        if (key !== null) spent.add(name);
        for (const other of others) {
          const to = index.facts.get(other);
          if (!to || cameBy.has(other)) continue;
          const link = { from, by, key, decision, to };
          if (by === 'WEAK_IDENTIFIER') later.push(link);
          else {
            cameBy.set(other, link);
            frontier.push(other);
          }
        }
      }
    }
    frontier = [];
    for (const link of later)
      if (!cameBy.has(link.to.node)) {
        cameBy.set(link.to.node, link);
        frontier.push(link.to.node);
      }
  }
  if (!index.facts.has(start) || !cameBy.has(end)) return null;
  const path: Link[] = [];
  for (let link = cameBy.get(end); link; link = cameBy.get(link.from.node)) path.unshift(link);
  return path;
}
