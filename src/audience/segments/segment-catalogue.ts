import { childrenOf, type Rule, segmentReferences } from '../rules/index.ts';

/** A segment with its rule read. */
export interface ReadSegment {
  readonly id: string;
  readonly name: string;
  readonly rule: Rule;
}

/** Finds segments as rules name them: by name first, else by id. */
export interface SegmentCatalogue {
  find(reference: string): ReadSegment | undefined;
  readonly segments: readonly ReadSegment[];
}

export function createCatalogue(segments: readonly ReadSegment[]): SegmentCatalogue {
  const byName = new Map(segments.map((segment) => [segment.name, segment]));
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  return { segments, find: (reference) => byName.get(reference) ?? byId.get(reference) };
}

/** The rules of all segments that rules name, of those that these name, and so on, under the words they are named by. */
export function resolveReferences(
  rules: readonly Rule[],
  catalogue: SegmentCatalogue,
): { resolved: ReadonlyMap<string, Rule>; unknown: readonly string[] } {
  const resolved = new Map<string, Rule>();
  const unknown = new Set<string>();
  const open = rules.flatMap(segmentReferences);
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    if (resolved.has(reference)) continue;
    const segment = catalogue.find(reference);
    if (!segment) {
      unknown.add(reference);
      continue;
    }
    resolved.set(reference, segment.rule);
    open.push(...segmentReferences(segment.rule));
  }
  return { resolved, unknown: [...unknown] };
}

/** The segments of a cycle through the given one, it being first and last; null when there is none. */
export function findCycle(start: ReadSegment, catalogue: SegmentCatalogue): readonly ReadSegment[] | null {
  const done = new Set<string>();
  const walk = (segment: ReadSegment, path: readonly ReadSegment[]): readonly ReadSegment[] | null => {
    for (const reference of segmentReferences(segment.rule)) {
      const next = catalogue.find(reference);
      if (!next) continue;
      if (next.id === start.id) return [...path, start];
      if (done.has(next.id)) continue;
      done.add(next.id);
      const cycle = walk(next, [...path, next]);
      if (cycle) return cycle;
    }
    return null;
  };
  return walk(start, [start]);
}

/** How many conditions a rule has once its segments are put in; a segment counts each time it is named. No cycles allowed. */
export function expandedSize(rule: Rule, catalogue: SegmentCatalogue, known = new Map<string, number>()): number {
  if (rule.kind !== 'InSegment') {
    const own = rule.kind === 'Compare' || rule.kind === 'Relation' ? 1 : 0;
    return childrenOf(rule).reduce((sum, part) => sum + expandedSize(part, catalogue, known), own);
  }
  const segment = catalogue.find(rule.segment);
  if (!segment) return 1;
  const size = known.get(segment.id) ?? expandedSize(segment.rule, catalogue, known);
  known.set(segment.id, size);
  return size;
}
