import type { Rank, RankMeasure, Relation, Rule, Sequence, SequenceStep } from '../../rules/index.ts';
import { type WalkedRelation, walks } from './relation-evidence.ts';
import { keyOf, type Leaf } from './rule-verdicts.ts';

/** Related objects of the customer that a leaf speaks of, and that can be shown. */
export interface RelatedPart {
  /** What is found of it is kept under this key. */
  readonly key: string;
  readonly relation: WalkedRelation;
  readonly where: Rule | null;
}

/** A relation that is walked from the customer. */
export type WalkedLeaf = Relation & { readonly relation: WalkedRelation };

/** Whether the objects of a relation leaf can be shown. */
export function isWalked(leaf: Leaf): leaf is WalkedLeaf {
  return leaf.kind === 'Relation' && isShown(leaf.relation);
}

/** A ranking by a measure of objects that can be shown. */
export function isRankOfShown(leaf: Leaf): leaf is Rank & { readonly by: RankMeasure & { relation: WalkedRelation } } {
  return leaf.kind === 'Rank' && leaf.by.kind === 'Measure' && isShown(leaf.by.relation);
}

const isShown = (relation: Relation['relation']): relation is WalkedRelation => Object.hasOwn(walks, relation);

/** The related objects of a leaf: those of a relation, of each step of a sequence, and those by which customers are ranked. */
export function relatedPartsOf(leaf: Leaf): readonly RelatedPart[] {
  if (isWalked(leaf)) return [{ key: keyOf(leaf), relation: leaf.relation, where: leaf.where }];
  if (leaf.kind === 'Sequence')
    return leaf.steps.map(({ relation, where }, index) => ({ key: stepKey(leaf, index), relation, where }));
  return isRankOfShown(leaf) ? [{ key: keyOf(leaf), relation: leaf.by.relation, where: leaf.by.where }] : [];
}

/** The key of one step's objects. */
export const stepKey = (sequence: Sequence, index: number): string => `${keyOf(sequence)} step ${index}`;

/** The sequence up to each of its steps, the whole last: what tells how far a customer came. */
export function beginningsOf(leaf: Sequence): readonly Leaf[] {
  return leaf.steps.map((step, index) =>
    index === 0 ? relationOf(step) : { kind: 'Sequence', steps: leaf.steps.slice(0, index + 1) },
  );
}

const relationOf = ({ relation, where }: SequenceStep): Relation => ({
  kind: 'Relation',
  relation,
  where,
  measures: [],
});
