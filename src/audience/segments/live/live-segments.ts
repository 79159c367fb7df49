import { createHash } from 'node:crypto';
import type { StoredTags } from '../../../profile/tags/definitions.store.ts';
import { canJudge } from '../../compiler/evaluate/can-judge.ts';
import { conditionOf } from '../../compiler/index.ts';
import type { Condition } from '../../compiler/plan.ts';
import { isFragmentKey, printRule, type Rule, segmentReferences } from '../../rules/index.ts';
import type { AudienceSettings } from '../../selection/compile-selection.ts';
import { tagsOf, withScopes } from '../../tags/add-tags.ts';
import { createFragmentCatalogue, fragmentsOf } from '../fragments/fragment-catalogue.ts';
import type { FragmentRow } from '../fragments/fragments.store.ts';
import { createCatalogue, type ReadSegment, resolveReferences, type SegmentCatalogue } from '../segment-catalogue.ts';
import type { SegmentRow } from '../segment-row.ts';
import { readSegment } from '../segment-rules.ts';
import { type ClockPart, clockPartsOf } from './clock-ranges.ts';
import { addReads, mergeReads, type Reads, readsNothing, type Sensitivity, sensitivityOf } from './reads.ts';

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
  /** What it says at any instant, for a test of that instant. */
  readonly condition: Condition;
  /** What of it the clock moves; the same part for all segments that look back by the same span. */
  readonly clock: readonly ClockPart[];
  /** Its holdout, as members are marked by it. */
  readonly markedBy: string;
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
  const share = sharedParts();
  return inOrder(catalogue)
    .map(({ id, rule }) => ({ row: byId.get(id) as SegmentRow, rule }))
    .filter(({ row }) => row.status === 'PUBLISHED')
    .map(({ row, rule }) => readLive(row, rule, namedBy(rule), settings, now, share));

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
  share: (part: ClockPart) => ClockPart,
): LiveSegment {
  const condition = conditionOf(rule, { ...settings, segments, asOf: now });
  const reads = readsNothing('customer');
  addReads(condition, reads);
  return {
    ...{ row, rule, segments, reads, condition },
    fingerprint: fingerprintOf(rule, segments, settings),
    sensitivity: sensitivityOf(reads),
    judged: canJudge(condition),
    clock: [...new Set(clockPartsOf(condition).map(share))],
    markedBy: JSON.stringify(row.holdout),
  };
}

/** What those of the segments read of a customer that are judged in memory. */
export function readsOf(live: readonly LiveSegment[]): Reads {
  const reads = readsNothing('customer');
  for (const segment of live) if (segment.judged) mergeReads(reads, segment.reads);
  return reads;
}

/** Makes one of parts of the same name, which looks only once between the same instants. */
function sharedParts(): (part: ClockPart) => ClockPart {
  const byName = new Map<string, ClockPart>();
  return (part) => {
    const known = byName.get(part.name) ?? lookingOnce(part);
    byName.set(part.name, known);
    return known;
  };
}

function lookingOnce({ name, between }: ClockPart): ClockPart {
  let last: { readonly one: number; readonly other: number; readonly found: ReturnType<typeof between> } | null = null;
  return {
    name,
    between: (one, other) => {
      if (last?.one !== one.getTime() || last.other !== other.getTime())
        last = { one: one.getTime(), other: other.getTime(), found: between(one, other) };
      return last.found;
    },
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
