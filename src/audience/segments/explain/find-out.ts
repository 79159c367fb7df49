import type { Row, Transaction } from '../../../platform/neo4j/database.ts';
import { customerFromNode } from '../../../profile/customer360/customer-row.ts';
import { readHabits } from '../../../profile/habits/habits.store.ts';
import { tagsAt } from '../../../profile/tags/stored-tags.ts';
import type { Rule } from '../../rules/index.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import type { Run } from '../segments.store.ts';
import type { Findings } from './clause-tree.ts';
import { type RelationQuestion, readRelations, readVerdicts } from './explain.store.ts';
import { missOfMeasures, wantsMore } from './miss-relation.ts';
import type { NearMiss } from './near-miss.ts';
import { findNearObjects, type WantingRelation } from './near-objects.ts';
import { beginningsOf, isRankOfShown, isWalked, relatedPartsOf } from './parts-of-leaf.ts';
import { evidenceOf, type FoundRelation, type ShownScope, walks } from './relation-evidence.ts';
import { type Holds, keyOf, type Leaf, leavesOf, missedLeaves, type SegmentRulesByName } from './rule-verdicts.ts';
import { missedCondition, missedFields, missedValue } from './say-miss.ts';
import { missOfSequence, sequenceEvidence } from './sequence-evidence.ts';
import { readShown } from './shown.store.ts';
import { isHabit, isTags, valueEvidence } from './value-evidence.ts';

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
  const beginnings = leaves.flatMap((leaf) => (leaf.kind === 'Sequence' ? beginningsOf(leaf) : []));
  const asked = new Map([...leaves, ...beginnings].map((leaf) => [keyOf(leaf), leaf]));
  const verdicts = await readVerdicts(
    transaction,
    customerId,
    [...asked.values()].map((leaf) => ({
      key: keyOf(leaf),
      select: compile.now(leaf, { asOf, segments, restrictToIds: true }),
    })),
  );
  if (!verdicts) return null;
  const customer = customerFromNode(verdicts.customer);
  const holds: Holds = (leaf) => verdicts.matched.get(keyOf(leaf)) === true;

  const related = await readRelations(
    transaction,
    customerId,
    leaves.flatMap((leaf) => questionOf(leaf, compile, question)),
    settings.phoneKinds,
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

  const run: Run = (query, parameters) => transaction.run(query, parameters);
  const asks = (what: (path: readonly string[]) => boolean) =>
    leaves.some((leaf) => leaf.kind === 'Compare' && what(leaf.path));
  const [habits = null] = asks(isHabit) ? await readHabits(run, [customerId], settings.timeZone) : [];
  const valueAt = (path: readonly string[], leaf?: Leaf) =>
    valueEvidence(path, customer, asOf, settings, { habits, tags: tagsFor(leaf) });
  // which rules hold of those that the leaf names, where its verdict says so
  const tagsFor = (leaf?: Leaf): string[] => {
    const isAll = leaf?.kind === 'Compare' && (leaf.operator === 'has' || leaf.operator === 'hasAll');
    const told = isAll && isTags(leaf.path) && holds(leaf) ? [leaf.value].flat().map(String) : [];
    return [...new Set([...tagsAt(customer, asOf), ...told])].sort();
  };
  const nearest = (leaf: Leaf, wanted: boolean): NearMiss[] => {
    if (leaf.kind === 'Compare' || leaf.kind === 'CompareFields') {
      const { value } = valueAt(leaf.path, leaf);
      const missed =
        leaf.kind === 'Compare'
          ? missedValue(leaf, 'customer', value, wanted, asOf)
          : missedFields(leaf, 'customer', value, valueAt(leaf.other).value, wanted);
      return [{ kind: 'VALUE', message: missed.message, object: null, met: [], missed: [missed] }];
    }
    if (leaf.kind === 'Sequence') return [missOfSequence(leaf, holds, wanted)];
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
      if (leaf.kind === 'Compare') return [valueAt(leaf.path, leaf)];
      if (leaf.kind === 'CompareFields') return [valueAt(leaf.path), valueAt(leaf.other)];
      if (leaf.kind === 'Sequence')
        return sequenceEvidence(leaf, holds, { related, shown, currency: settings.currency });
      if (leaf.kind === 'Rank' && leaf.by.kind === 'Value') return [valueAt(leaf.by.path)];
      const found = related.get(keyOf(leaf));
      const relation = isWalked(leaf) ? leaf.relation : isRankOfShown(leaf) ? leaf.by.relation : null;
      return found && relation ? evidenceOf(relation, found, shown, settings.currency) : [];
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
  for (const { key, relation } of leaves.flatMap(relatedPartsOf)) {
    const { scope } = walks[relation];
    keys.set(scope, [...(keys.get(scope) ?? []), ...(related.get(key)?.keys ?? [])]);
  }
  const shown = new Map<ShownScope, ReadonlyMap<string, Row>>();
  for (const [scope, found] of keys) shown.set(scope, await readShown(transaction, scope, found));
  return shown;
}

function questionOf(leaf: Leaf, compile: CompileSelection, { asOf, segments }: MembershipQuestion): RelationQuestion[] {
  return relatedPartsOf(leaf).map(({ key, relation, where }) => {
    const { scope } = walks[relation];
    const selected = where && compile.now(where, { scope, asOf, segments, restrictToIds: true, keysIn: 'keys' });
    return { key, relation, where: selected };
  });
}

function isWanting(leaf: Leaf): leaf is WantingRelation {
  return isWalked(leaf) && leaf.where !== null;
}
