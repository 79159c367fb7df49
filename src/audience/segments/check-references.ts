import { ruleLimits, segmentCycleError, segmentReferences, unknownSegmentError } from '../rules/index.ts';
import { invalidRule, type SelectionInput } from '../selection/read-selection.ts';
import {
  expandedSize,
  findCycle,
  type ReadSegment,
  resolveReferences,
  type SegmentCatalogue,
} from './segment-catalogue.ts';
import { tooManyConditionsError, toRuleSource } from './segment-problems.ts';

/** The ids of the segments that the rule names; refuses unknown ones, cycles, and rules that grow too large through them. */
export function checkReferences(saved: ReadSegment, catalogue: SegmentCatalogue, input: SelectionInput): string[] {
  const what = input.rule == null ? 'filter' : 'rule';
  const source = toRuleSource(input);
  const { unknown } = resolveReferences([saved.rule], catalogue);
  const names = catalogue.segments.map((segment) => segment.name);
  if (unknown.length > 0) {
    throw invalidRule(
      unknown.map((name) => unknownSegmentError(name, names, source)),
      what,
    );
  }
  const cycle = findCycle(saved, catalogue);
  if (cycle) {
    const cycleNames = cycle.map((segment) => segment.name);
    const entered = segmentReferences(saved.rule).find((reference) => catalogue.find(reference)?.id === cycle[1]?.id);
    const problem = segmentCycleError(entered ?? saved.name, cycleNames, source);
    throw invalidRule([problem], what, { reason: 'SEGMENT_CYCLE', cycle: cycleNames });
  }
  if (catalogue.segments.some((segment) => expandedSize(segment.rule, catalogue) > ruleLimits.conditions)) {
    throw invalidRule([tooManyConditionsError(saved.rule, source)], what);
  }
  return [...new Set(segmentReferences(saved.rule).map((reference) => catalogue.find(reference)?.id ?? ''))];
}
