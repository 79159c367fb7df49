import { createHash } from 'node:crypto';
import type { StoredTags } from '../../../profile/tags/definitions.store.ts';
import { canJudge } from '../../compiler/evaluate/can-judge.ts';
import { conditionOf, movedTo } from '../../compiler/index.ts';
import type { Condition } from '../../compiler/plan.ts';
import { isFragmentKey, printRule, type Rule, segmentReferences } from '../../rules/index.ts';
import type { AudienceSettings } from '../../selection/compile-selection.ts';
import { tagsOf, withScopes } from '../../tags/add-tags.ts';
import { createFragmentCatalogue, fragmentsOf } from '../fragments/fragment-catalogue.ts';
import type { FragmentRow } from '../fragments/fragments.store.ts';
import { createCatalogue, type ReadSegment, resolveReferences, type SegmentCatalogue } from '../segment-catalogue.ts';
import type { SegmentRow } from '../segment-row.ts';
import { readSegment } from '../segment-rules.ts';
import { addReads, type Reads, readsNothing, type Sensitivity, sensitivityOf } from './reads.ts';

/** A published segment, ready to be judged. */
export interface LiveSegment {
  readonly row: SegmentRow;
  readonly rule: Rule;
  /** The rules of the segments that it names, directly or not. */
  readonly segments: ReadonlyMap<string, Rule>;
  /** Says the same as long as the rule, those it names and the settings do: members stored under another must be found anew. */
  readonly fingerprint: string;
  readonly reads: Reads;
  readonly sensitivity: Sensitivity;
  /** Whether members are judged in memory; else the graph is asked. */
  readonly judged: boolean;
  readonly readsClock: boolean;
  conditionAt(asOf: Date): Condition;
}

/** The published segments among all, each after those that it names. */
export function readLiveSegments(
  rows: readonly SegmentRow[],
  fragments: readonly FragmentRow[],
  tags: StoredTags,
  settings: AudienceSettings,
  now: Date,
): LiveSegment[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const saved = createFragmentCatalogue(fragments, settings.timeZone);
  const catalogue = createCatalogue(rows.map((row) => readSegment(row, settings.timeZone)));
  return inOrder(catalogue)
    .map(({ id, rule }) => ({ row: byId.get(id) as SegmentRow, rule }))
    .filter(({ row }) => row.status === 'PUBLISHED')
    .map(({ row, rule }) => readLive(row, rule, namedBy(rule), settings, now));

  function namedBy(rule: Rule): ReadonlyMap<string, Rule> {
    const { resolved } = resolveReferences([rule], catalogue);
    const rules = [rule, ...resolved.values()].map((one) => ({ rule: one, scope: 'customer' as const }));
    const named = new Map([...resolved, ...fragmentsOf(rules, saved).found]);
    return new Map([...named, ...tagsOf(withScopes(rule, 'customer', named), tags, settings)]);
  }
}

function readLive(
  row: SegmentRow,
  rule: Rule,
  segments: ReadonlyMap<string, Rule>,
  settings: AudienceSettings,
  now: Date,
): LiveSegment {
  const condition = conditionOf(rule, { ...settings, segments, asOf: now });
  const reads = readsNothing('customer');
  addReads(condition, reads);
  const readsClock = movedTo(condition, now) !== condition;
  return {
    ...{ row, rule, segments, reads, readsClock },
    fingerprint: fingerprintOf(rule, segments, settings),
    sensitivity: sensitivityOf(reads),
    judged: canJudge(condition),
    conditionAt: readsClock ? lastOf((asOf) => movedTo(condition, asOf)) : () => condition,
  };
}

/** Keeps what was made for the last two instants: each is asked for as the newer one, then as the older one. */
function lastOf(moved: (asOf: Date) => Condition): (asOf: Date) => Condition {
  let kept: readonly { readonly at: number; readonly condition: Condition }[] = [];
  return (asOf) => {
    const found = kept.find(({ at }) => at === asOf.getTime());
    if (found) return found.condition;
    const made = { at: asOf.getTime(), condition: moved(asOf) };
    kept = [made, ...kept.slice(0, 1)];
    return made.condition;
  };
}

function fingerprintOf(rule: Rule, segments: ReadonlyMap<string, Rule>, settings: AudienceSettings): string {
  const named = [...segments]
    .map(([name, other]) => [name, isFragmentKey(name) ? JSON.stringify(other) : printRule(other)] as const)
    .sort();
  const { timeZone, currency, lifecycle, phoneKinds } = settings;
  const text = JSON.stringify([printRule(rule), named, timeZone, currency, lifecycle, phoneKinds]);
  return createHash('sha256').update(text).digest('base64url');
}

/** Each after those that its rule names; there are no cycles. */
function inOrder(catalogue: SegmentCatalogue): ReadSegment[] {
  const ordered = new Set<ReadSegment>();
  const visit = (segment: ReadSegment): void => {
    if (ordered.has(segment)) return;
    for (const reference of segmentReferences(segment.rule)) {
      const named = catalogue.find(reference);
      if (named) visit(named);
    }
    ordered.add(segment);
  };
  for (const segment of catalogue.segments) visit(segment);
  return [...ordered];
}
