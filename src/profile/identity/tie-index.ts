import { nodeOf } from '../../intake/identity/evidence.ts';
import type { DecisionRow, EvidenceFact } from './identity-evidence.ts';

/** What makes two facts one person's. */
export type TieKind = 'REFERENCE' | 'DECISION' | 'STRONG_IDENTIFIER' | 'WEAK_IDENTIFIER';

/** One thing that ties a fact to others. */
export interface Tie {
  readonly by: TieKind;
  /** Of an identifier. */
  readonly key: string | null;
  readonly decision: DecisionRow | null;
  /** The facts that it ties, by node: those at its other end, or all that have an identifier, the fact itself among them. */
  readonly others: readonly string[];
}

/** What ties the facts of one customer. */
export interface TieIndex {
  readonly facts: ReadonlyMap<string, EvidenceFact>;
  /** What ties a fact to others, in the order in which identity holds to it: references, decisions, strong identifiers by priority, weak ones. */
  tiesOf(fact: EvidenceFact): Tie[];
}

/** What is known of identifiers by their keys: shared ones tie nobody, and those of a lower number tie first. */
export interface KeyTraits {
  isShared(key: string): boolean;
  priorityOf(key: string): number;
}

/** Weak identifiers tie anonymous facts only, to each other and to the known customer on them. */
export function indexTies(
  facts: readonly EvidenceFact[],
  decisions: readonly DecisionRow[],
  traits: KeyTraits,
): TieIndex {
  const byNode = new Map(facts.map((fact) => [fact.node, fact]));
  const onKey = new Map<string, string[]>();
  const anonymousOnKey = new Map<string, string[]>();
  const referring = new Map<string, string[]>();
  for (const { node, strongKeys, weakKeys, recordKey, anonymous } of facts) {
    for (const key of [...strongKeys, ...weakKeys]) add(onKey, key, node);
    if (anonymous) for (const key of weakKeys) add(anonymousOnKey, key, node);
    if (recordKey !== null) add(referring, nodeOf('customer', recordKey), node);
  }
  const decided = new Map<string, Tie[]>();
  for (const decision of decisions) {
    const [one, other] = [nodeOf('customer', decision.one), nodeOf('customer', decision.other)];
    add(decided, one, { by: 'DECISION', key: null, decision, others: [other] });
    add(decided, other, { by: 'DECISION', key: null, decision, others: [one] });
  }

  const reference = (others: readonly string[]): Tie => ({ by: 'REFERENCE', key: null, decision: null, others });
  const identifier = (by: TieKind, key: string, named: ReadonlyMap<string, string[]>): Tie => ({
    by,
    key,
    decision: null,
    others: named.get(key) ?? [],
  });
  const inOrder = (keys: readonly string[]) =>
    keys
      .filter((key) => !traits.isShared(key))
      .sort((one, other) => traits.priorityOf(one) - traits.priorityOf(other) || (one < other ? -1 : 1));

  return {
    facts: byNode,
    tiesOf: (fact) => [
      ...(fact.recordKey === null ? [] : [reference([nodeOf('customer', fact.recordKey)])]),
      reference(referring.get(fact.node) ?? []),
      ...(decided.get(fact.node) ?? []),
      ...inOrder(fact.strongKeys).map((key) => identifier('STRONG_IDENTIFIER', key, onKey)),
      ...inOrder(fact.weakKeys).map((key) =>
        identifier('WEAK_IDENTIFIER', key, fact.anonymous ? onKey : anonymousOnKey),
      ),
    ],
  };
}

function add<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
