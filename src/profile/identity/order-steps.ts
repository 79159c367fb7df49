import type { DecisionRow, EvidenceFact } from './identity-evidence.ts';
import type { Tie, TieIndex, TieKind } from './tie-index.ts';

/** A fact and what tied it to one that was there before. */
export interface Step {
  readonly fact: EvidenceFact;
  /** FIRST: the first of all; UNTIED: nothing in the graph ties it to those before. */
  readonly by: TieKind | 'FIRST' | 'UNTIED';
  readonly key: string | null;
  readonly decision: DecisionRow | null;
  /** The fact it was tied to: of several the one that was there first. */
  readonly to: EvidenceFact | null;
}

/** Oldest first; a record that has not come yet after all others. */
function byTime(one: EvidenceFact, other: EvidenceFact): number {
  const [first, second] = [one.at?.getTime() ?? Infinity, other.at?.getTime() ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  return one.node < other.node ? -1 : 1;
}

/**
 * How a customer came together: the oldest fact, then at every step the oldest of those that are tied to one before; what
 * only weak identifiers tie comes when nothing else is left.
 * @param most steps at most
 */
export function orderSteps(index: TieIndex, most: number): Step[] {
  const ordered = [...index.facts.values()].sort(byTime);
  const place = new Map(ordered.map((fact, at) => [fact.node, at]));
  const joined = new Map<string, number>();
  const tied = new Set<number>();
  const weaklyTied = new Set<number>();
  const steps: Step[] = [];

  function join(fact: EvidenceFact): void {
    joined.set(fact.node, joined.size);
    for (const { by, others } of index.tiesOf(fact))
      for (const other of others) {
        const at = place.get(other);
        if (at !== undefined && !joined.has(other)) (by === 'WEAK_IDENTIFIER' ? weaklyTied : tied).add(at);
      }
    const at = place.get(fact.node) as number;
    tied.delete(at);
    weaklyTied.delete(at);
  }

  while (steps.length < Math.min(most, ordered.length)) {
    const next = least(tied) ?? least(weaklyTied) ?? ordered.findIndex(({ node }) => !joined.has(node));
    const fact = ordered[next] as EvidenceFact;
    steps.push(steps.length === 0 ? first(fact) : stepTo(fact, index, joined));
    join(fact);
  }
  return steps;
}

const first = (fact: EvidenceFact): Step => ({ fact, by: 'FIRST', key: null, decision: null, to: null });

function stepTo(fact: EvidenceFact, index: TieIndex, joined: ReadonlyMap<string, number>): Step {
  for (const tie of index.tiesOf(fact)) {
    const to = earliest(tie, joined);
    if (to !== null) {
      const { by, key, decision } = tie;
      return { fact, by, key, decision, to: index.facts.get(to) as EvidenceFact };
    }
  }
  return { ...first(fact), by: 'UNTIED' };
}

function earliest({ others }: Tie, joined: ReadonlyMap<string, number>): string | null {
  let found: string | null = null;
  for (const other of others) {
    const at = joined.get(other);
    if (at !== undefined && (found === null || at < (joined.get(found) as number))) found = other;
  }
  return found;
}

function least(places: ReadonlySet<number>): number | null {
  let found: number | null = null;
  for (const place of places) if (found === null || place < found) found = place;
  return found;
}
