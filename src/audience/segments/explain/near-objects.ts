import type { Row, Transaction } from '../../../platform/neo4j/database.ts';
import { printValue } from '../../compiler/index.ts';
import {
  type Compare,
  fieldAt,
  printRule,
  type Relation,
  type Rule,
  type Scope,
  scopeOfRelation,
} from '../../rules/index.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import type { MissedCondition, NearMiss } from './near-miss.ts';
import { readCandidates, readMatching, readValues } from './near-objects.store.ts';
import { type ShownScope, showObject, type WalkedRelation, walks } from './relation-evidence.ts';
import {
  type Holds,
  holdsOf,
  keyOf,
  type Leaf,
  leavesOf,
  missedLeaves,
  type SegmentRulesByName,
} from './rule-verdicts.ts';
import { missedCondition, missedRelation, missedValue, whyNoneMeets } from './say-miss.ts';
import { readShown } from './shown.store.ts';

const SHOWN = 3;
/** A `where` of more conditions is not taken apart. */
const MOST_CONDITIONS = 40;

/** A relation clause of which more objects were wanted than it selects. */
export interface WantingRelation extends Relation {
  readonly relation: WalkedRelation;
  readonly where: Rule;
}

interface NearDependencies {
  readonly transaction: Transaction;
  readonly compile: CompileSelection;
  readonly customerId: string;
  readonly segments: SegmentRulesByName;
  readonly asOf: Date;
}

/** The objects that come nearest to what each clause looks for, by the clause's key: at most three, best first. */
export async function findNearObjects(
  deps: NearDependencies,
  clauses: readonly WantingRelation[],
): Promise<ReadonlyMap<string, NearMiss[]>> {
  const small = clauses.filter(({ where }) => leavesOf(where).length <= MOST_CONDITIONS);
  if (small.length === 0) return new Map();
  const questions = small.map((clause) => ({
    key: keyOf(clause),
    relation: clause.relation,
    preference: preferenceOf(clause),
  }));
  const candidates = await readCandidates(
    deps.transaction,
    deps.customerId,
    questions,
    deps.compile.settings.phoneKinds,
  );
  const found = new Map<string, NearMiss[]>();
  for (const clause of small) {
    const keys = candidates.get(keyOf(clause)) ?? [];
    found.set(keyOf(clause), keys.length === 0 ? [] : await nearestTo(deps, clause, keys));
  }
  return found;
}

/** Of objects that meet equally much the later, larger or smaller ones stand nearer, as the clause's own comparisons ask. */
function preferenceOf({ relation, where }: WantingRelation): string[] {
  const { scope } = walks[relation];
  return partsOf(where).flatMap((part) => {
    if (part.kind !== 'Compare' || part.path.length > 1) return [];
    const direction = directionOf(part, fieldAt(scope, part.path)?.type);
    const { text } = printValue(part.path, scope, 'related');
    return direction ? [`${text} IS NULL`, `${text} ${direction}`] : [];
  });
}

function directionOf({ operator }: Compare, type: string | undefined): 'ASC' | 'DESC' | null {
  if (type !== 'Int' && type !== 'Decimal' && type !== 'DateTime') return null;
  if (operator === 'gt' || operator === 'gte' || operator === 'after' || operator === 'within') return 'DESC';
  return operator === 'lt' || operator === 'lte' || operator === 'before' || operator === 'notWithin' ? 'ASC' : null;
}

async function nearestTo(
  deps: NearDependencies,
  { relation, where }: WantingRelation,
  candidates: readonly string[],
): Promise<NearMiss[]> {
  const { transaction, compile, segments, asOf } = deps;
  const { scope } = walks[relation];
  const asked = new Map([...leavesOf(where), ...partsOfInner(where)].map((leaf) => [keyOf(leaf), leaf]));
  const questions = [...asked].map(([key, leaf]) => ({
    key,
    select: compile.now(leaf, { scope, asOf, segments, restrictToIds: true }),
  }));
  const matching = await readMatching(transaction, scope, candidates, questions);
  const holdsFor =
    (object: string): Holds =>
    (leaf) =>
      matching.get(keyOf(leaf))?.has(object) === true;
  const keys = chooseNearest(partsOf(where), candidates, holdsFor);
  const missed = keys.map((key) => missedLeaves(where, holdsFor(key)));
  // what follows from other values is kept nowhere
  const isKept = (leaf: Leaf): leaf is Compare => leaf.kind === 'Compare' && !fieldAt(scope, leaf.path)?.derived;
  const paths = [...new Set(missed.flat().flatMap(({ leaf }) => (isKept(leaf) ? [leaf.path] : [])))];
  const values = await readValues(transaction, scope, keys, paths, compile.settings.currency);
  const shown = await readShown(transaction, scope, keys);
  return keys.flatMap((key, index) => {
    const object = shown.get(key);
    if (!object) return [];
    const holds = holdsFor(key);
    const conditions = (missed[index] ?? []).map(({ leaf, wanted }): MissedCondition => {
      if (isKept(leaf)) {
        const found = values.get(key)?.[paths.indexOf(leaf.path)] ?? null;
        return missedValue(leaf, scope, found, wanted, asOf);
      }
      if (leaf.kind === 'Relation') return missedRelation(leaf, scope, wanted, sayInner(leaf, scope, wanted, holds));
      return missedCondition(leaf, scope, wanted);
    });
    const met = partsOf(where)
      .filter((part) => holdsOf(part, holds))
      .map((part) => printRule(part, { scope }));
    return [toNearMiss(scope, object, met, conditions)];
  });
}

/** Those that meet most parts, though not all; where none meets any, the one that is preferred. */
function chooseNearest(
  parts: readonly Rule[],
  candidates: readonly string[],
  holdsFor: (key: string) => Holds,
): string[] {
  const counted = candidates.map((key) => ({ key, met: parts.filter((part) => holdsOf(part, holdsFor(key))).length }));
  const missing = counted.filter(({ met }) => met < parts.length).sort((one, other) => other.met - one.met);
  const some = missing.filter(({ met }) => met > 0);
  return (some.length > 0 ? some.slice(0, SHOWN) : missing.slice(0, 1)).map(({ key }) => key);
}

/** The relations of the related objects (lines of an order), once without measures and once for each part alone. */
function partsOfInner(where: Rule): Relation[] {
  return leavesOf(where).flatMap((leaf) => {
    if (leaf.kind !== 'Relation' || leaf.where === null) return [];
    const some = { ...leaf, measures: [] };
    return [some, ...partsOf(leaf.where).map((part) => ({ ...some, where: part }))];
  });
}

function sayInner(leaf: Relation, scope: Scope, wanted: boolean, holds: Holds): string {
  if (!wanted) return `asked for: not ${printRule(leaf, { scope })}`;
  const some = { ...leaf, measures: [] };
  const parts = leaf.where === null ? [] : partsOf(leaf.where);
  const alone = parts.map((part) => ({ rule: part, met: holds({ ...some, where: part }) }));
  return whyNoneMeets(leaf, alone, scopeOfRelation(leaf, scope), leaf.where === null || holds(some));
}

function toNearMiss(
  scope: ShownScope,
  object: Row,
  met: readonly string[],
  missed: readonly MissedCondition[],
): NearMiss {
  const evidence = showObject(scope, object);
  const name = [
    evidence.source,
    evidence.number ?? evidence.name ?? evidence.kind ?? evidence.deviceId ?? evidence.displayName ?? evidence.id,
  ];
  const named = [scope, ...name.filter((part) => part != null)].join(' ');
  const message = `${named}: ${missed.map((condition) => condition.message).join('; ')}`;
  return { kind: 'OBJECT', message, object: evidence, met, missed };
}

function partsOf(where: Rule): readonly Rule[] {
  return where.kind === 'And' ? where.rules : [where];
}
