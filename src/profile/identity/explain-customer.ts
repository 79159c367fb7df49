import { nodeOf } from '../../intake/identity/evidence.ts';
import type { CustomerEvidence, DecisionRow, EvidenceFact, ExplainedIdentifier, FactRef } from './identity-evidence.ts';
import { factRef } from './name-facts.ts';
import { orderSteps, type Step } from './order-steps.ts';
import { indexTies, type TieIndex } from './tie-index.ts';

/** Facts that an explanation shows at most. */
export const SHOWN_FACTS = 200;

/** A fact of an explanation; of orders and events that name the same, the oldest. */
export interface ExplainedFact extends FactRef {
  /** Its name in the graph of the explanation. */
  readonly node: string;
  readonly at: Date | null;
  /** How many facts it stands for. */
  readonly count: number;
}

/** What was decided of two source records. */
export interface ExplainedDecision {
  readonly id: string;
  readonly verdict: DecisionRow['verdict'];
  readonly reason: string | null;
  readonly actor: string | null;
  readonly at: Date;
  readonly one: FactRef;
  readonly other: FactRef;
}

export interface ExplainedStep {
  readonly fact: ExplainedFact;
  readonly by: Step['by'];
  readonly identifier: ExplainedIdentifier | null;
  readonly decision: ExplainedDecision | null;
  readonly to: ExplainedFact | null;
}

export interface IdentityEdge {
  readonly kind: 'STATES' | 'NAMES' | 'SEEN_ON' | 'REFERS_TO' | 'DECIDED_TOGETHER';
  readonly from: string;
  readonly to: string;
}

/** How a customer came together. */
export interface ExplainedCustomer {
  readonly steps: readonly ExplainedStep[];
  readonly graph: {
    readonly facts: readonly ExplainedFact[];
    readonly identifiers: readonly ExplainedIdentifier[];
    readonly edges: readonly IdentityEdge[];
  };
  readonly recordCount: number;
  readonly orderCount: number;
  readonly eventCount: number;
  /** There are more facts than are shown. */
  readonly cut: boolean;
}

/** Every key that some evidence names. */
export function keysOf({ facts }: Pick<CustomerEvidence, 'facts'>): string[] {
  return [...new Set(facts.flatMap(({ strongKeys, weakKeys }) => [...strongKeys, ...weakKeys]))];
}

/** The ties of some evidence; `priorityOf` gives the priority of an identifier's kind. */
export function indexEvidence(
  { facts, decisions }: CustomerEvidence,
  identifiers: ReadonlyMap<string, ExplainedIdentifier>,
  priorityOf: (key: string) => number,
): TieIndex {
  return indexTies(facts, decisions, { isShared: (key) => identifiers.get(key)?.shared ?? false, priorityOf });
}

/** Explains a customer out of its evidence. */
export function explainCustomer(
  evidence: CustomerEvidence,
  identifiers: ReadonlyMap<string, ExplainedIdentifier>,
  priorityOf: (key: string) => number,
): ExplainedCustomer {
  const steps = orderSteps(indexEvidence(evidence, identifiers, priorityOf), SHOWN_FACTS);
  const shown = steps.map(({ fact }) => fact);
  const { recordCount, orderCount, eventCount } = evidence;
  return {
    steps: steps.map((step) => ({
      fact: explainedFact(step.fact),
      by: step.by,
      identifier: step.key === null ? null : (identifiers.get(step.key) ?? null),
      decision: step.decision && explainedDecision(step.decision),
      to: step.to && explainedFact(step.to),
    })),
    graph: {
      facts: shown.map(explainedFact),
      identifiers: keysOf({ facts: shown })
        .sort()
        .flatMap((key) => identifiers.get(key) ?? []),
      edges: edgesOf(shown, evidence.decisions),
    },
    recordCount,
    orderCount,
    eventCount,
    cut: evidence.cut || evidence.facts.length > shown.length,
  };
}

function edgesOf(facts: readonly EvidenceFact[], decisions: readonly DecisionRow[]): IdentityEdge[] {
  const nodes = new Set(facts.map(({ node }) => node));
  const own = facts.flatMap(({ node, type, strongKeys, weakKeys, recordKey }): IdentityEdge[] => [
    ...(recordKey === null ? [] : [{ kind: 'REFERS_TO' as const, from: node, to: nodeOf('customer', recordKey) }]),
    ...[...strongKeys].sort().map((key) => ({
      kind: type === 'customer' ? ('STATES' as const) : ('NAMES' as const),
      from: node,
      to: `identifier:${key}`,
    })),
    ...[...weakKeys].sort().map((key) => ({
      kind: type === 'customer' ? ('STATES' as const) : ('SEEN_ON' as const),
      from: node,
      to: `identifier:${key}`,
    })),
  ]);
  const decided = decisions.map(({ one, other }) => ({
    kind: 'DECIDED_TOGETHER' as const,
    from: nodeOf('customer', one),
    to: nodeOf('customer', other),
  }));
  const isShown = (name: string) => name.startsWith('identifier:') || nodes.has(name);
  return [...own, ...decided].filter(({ from, to }) => isShown(from) && isShown(to));
}

/** A fact as it is shown. */
export function explainedFact({ node, type, key, at, count }: EvidenceFact): ExplainedFact {
  return { node, ...factRef(type, key), at, count };
}

/** A decision as it is shown. */
export function explainedDecision({ one, other, ...decision }: DecisionRow): ExplainedDecision {
  return { ...decision, one: factRef('customer', one), other: factRef('customer', other) };
}
