import type { Row, Transaction } from '../../../platform/neo4j/database.ts';
import { customerFromNode } from '../../../profile/customer360/customer-row.ts';
import type { Relation, Rule } from '../../rules/index.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import type { Findings } from './clause-tree.ts';
import { type RelationQuestion, readRelations, readVerdicts } from './explain.store.ts';
import { missOfMeasures, wantsMore } from './miss-relation.ts';
import type { NearMiss } from './near-miss.ts';
import { findNearObjects, type WantingRelation } from './near-objects.ts';
import { evidenceOf, type FoundRelation, type ShownScope, type WalkedRelation, walks } from './relation-evidence.ts';
import { type Holds, keyOf, type Leaf, leavesOf, missedLeaves, type SegmentRulesByName } from './rule-verdicts.ts';
import { missedCondition, missedValue } from './say-miss.ts';
import { readShown } from './shown.store.ts';
import { valueEvidence } from './value-evidence.ts';

/** Of so many clauses that find too little, the first ones, the nearest objects are looked for. */
const CLAUSES_WITH_OBJECTS = 10;

/** What is asked about a customer. */
export interface MembershipQuestion {
  readonly customerId: string;
  readonly rule: Rule;
  readonly segments: SegmentRulesByName;
  readonly asOf: Date;
}

/** Finds out about each leaf of a rule what the graph says of one customer; null when the customer is not there any more. */
export async function findOut(
  transaction: Transaction,
  compile: CompileSelection,
  question: MembershipQuestion,
): Promise<Findings | null> {
  const { customerId, rule, segments, asOf } = question;
  const { settings } = compile;
  const leaves = leavesOf(rule, segments);
  const verdicts = await readVerdicts(
    transaction,
    customerId,
    leaves.map((leaf) => ({ key: keyOf(leaf), select: compile.now(leaf, { asOf, segments, restrictToIds: true }) })),
  );
  if (!verdicts) return null;
  const customer = customerFromNode(verdicts.customer);
  const holds: Holds = (leaf) => verdicts.matched.get(keyOf(leaf)) === true;

  const related = await readRelations(
    transaction,
    customerId,
    leaves.flatMap((leaf) => questionOf(leaf, compile, question)),
  );
  const shown = await readAllShown(transaction, leaves, related);
  const wanting = missedLeaves(rule, holds, segments).flatMap(({ leaf, wanted }) => {
    const found = related.get(keyOf(leaf));
    return wanted && found && isWanting(leaf) && wantsMore(leaf, found, settings.currency) ? [leaf] : [];
  });
  const objects = await findNearObjects(
    { transaction, compile, customerId, segments, asOf },
    wanting.slice(0, CLAUSES_WITH_OBJECTS),
  );

  const nearest = (leaf: Leaf, wanted: boolean): NearMiss[] => {
    if (leaf.kind === 'Compare') {
      const { value } = valueEvidence(leaf.path, customer, asOf, settings);
      const missed = missedValue(leaf, 'customer', value, wanted, asOf);
      return [{ kind: 'VALUE', message: missed.message, object: null, met: [], missed: [missed] }];
    }
    const found = related.get(keyOf(leaf));
    if (leaf.kind !== 'Relation' || !found) {
      const missed = missedCondition(leaf, 'customer', wanted);
      return [{ kind: 'MEASURE', message: missed.message, object: null, met: [], missed: [missed] }];
    }
    return [
      missOfMeasures(leaf, found, wanted, settings.currency),
      ...(wanted ? (objects.get(keyOf(leaf)) ?? []) : []),
    ];
  };
  return {
    segments,
    holds,
    nearest,
    evidence: (leaf) => {
      if (leaf.kind === 'Compare') return [valueEvidence(leaf.path, customer, asOf, settings)];
      const found = related.get(keyOf(leaf));
      return found && isWalked(leaf) ? evidenceOf(leaf.relation, found, shown, settings.currency) : [];
    },
  };
}

/** What is shown of the objects that clauses found, by scope and key. */
async function readAllShown(
  transaction: Transaction,
  leaves: readonly Leaf[],
  related: ReadonlyMap<string, FoundRelation>,
): Promise<ReadonlyMap<ShownScope, ReadonlyMap<string, Row>>> {
  const keys = new Map<ShownScope, string[]>();
  for (const leaf of leaves) {
    if (!isWalked(leaf)) continue;
    const { scope } = walks[leaf.relation];
    keys.set(scope, [...(keys.get(scope) ?? []), ...(related.get(keyOf(leaf))?.keys ?? [])]);
  }
  const shown = new Map<ShownScope, ReadonlyMap<string, Row>>();
  for (const [scope, found] of keys) shown.set(scope, await readShown(transaction, scope, found));
  return shown;
}

function questionOf(leaf: Leaf, compile: CompileSelection, { asOf, segments }: MembershipQuestion): RelationQuestion[] {
  if (!isWalked(leaf)) return [];
  const { relation, where } = leaf;
  const { scope, key } = walks[relation];
  const and = [`node.${key} IN keys`];
  const selected = where && compile.now(where, { scope, asOf, segments, and, optimise: false });
  return [{ key: keyOf(leaf), relation, where: selected }];
}

function isWanting(leaf: Leaf): leaf is WantingRelation {
  return isWalked(leaf) && leaf.where !== null;
}

function isWalked(leaf: Leaf): leaf is Relation & { readonly relation: WalkedRelation } {
  return leaf.kind === 'Relation' && Object.hasOwn(walks, leaf.relation);
}
