import { aspects, type CatalogueAspect } from '../../../intake/changes/aspects.ts';
import { type Candidates, type CandidatesByRange, isTraceable } from './candidates.store.ts';
import type { ClockRange } from './clock-ranges.ts';
import type { LedgerSegment } from './ledger.store.ts';
import type { LiveSegment } from './live-segments.ts';
import type { StoredTrace } from './look.store.ts';
import type { ChangeCause } from './members.store.ts';

/** What there is to do for one segment: everyone is looked at (`whole`), or some customers, each with the cause if it moves. */
export interface Task {
  readonly segment: LiveSegment;
  readonly whole: ChangeCause | null;
  readonly customers: ReadonlyMap<string, ChangeCause>;
}

/** Which segments and customers must be looked at: by what traces say was changed, and by what time has moved since. */
export async function planTasks(
  look: (ranges: readonly ClockRange[]) => Promise<CandidatesByRange>,
  live: readonly LiveSegment[],
  stored: ReadonlyMap<string, LedgerSegment>,
  traces: readonly StoredTrace[],
  time: { readonly from: Date | null; readonly to: Date },
): Promise<Task[]> {
  const touched = new Map<string, number>();
  const catalogue = new Set<CatalogueAspect>();
  for (const trace of traces) {
    for (const [index, id] of trace.customers.entries())
      touched.set(id, (touched.get(id) ?? 0) | (trace.aspects[index] ?? 0));
    for (const aspect of trace.catalogue) catalogue.add(aspect);
  }
  const ranges = new Map(live.map((segment) => [segment, clockRangesOf(segment, time)]));
  const crossed = await look(distinctRanges(ranges.values()));
  return live.map((segment): Task => {
    const { row, fingerprint, sensitivity } = segment;
    const candidates = ranges.get(segment)?.map((range) => crossed.get(range) as Candidates) ?? null;
    const before = stored.get(row.id)?.evaluatedAs ?? null;
    const customers = new Map<string, ChangeCause>();
    const byTime = candidates?.flatMap(({ ids }) => ids) ?? [];
    for (const id of byTime) customers.set(id, 'TIME');
    for (const [id, bits] of touched)
      if ((bits & sensitivity.customer) !== 0) customers.set(id, bits & aspects.identity ? 'IDENTITY' : 'FACTS');
    const whole = (): ChangeCause | null => {
      if (before !== fingerprint) return before === null ? 'PUBLISHED' : 'RULE';
      if ([...sensitivity.catalogue].some((aspect) => catalogue.has(aspect))) return 'CATALOGUE';
      // a tie that is gone cannot be followed back, so all are looked at, but only for changes that matter
      if (sensitivity.others && [...touched.values()].some((bits) => (bits & sensitivity.customer) !== 0))
        return 'FACTS';
      if (sensitivity.others && byTime.length > 0) return 'TIME';
      return candidates === null || candidates.some(({ tooMany }) => tooMany) ? 'TIME' : null;
    };
    return { segment, whole: whole(), customers };
  });
}

/** What time may have moved since the last step; null when it may be anyone. */
export function clockRangesOf(
  segment: LiveSegment,
  { from, to }: { from: Date | null; to: Date },
): ClockRange[] | null {
  if (from === null || from.getTime() === to.getTime()) return [];
  // where the rule leads to others, it need only be known whether there is anybody: of orders and events, some are nobody's
  const isFound = segment.sensitivity.others ? ({ scope }: ClockRange) => scope === 'customer' : isTraceable;
  const ranges: ClockRange[] = [];
  for (const part of segment.clock) {
    const found = part.between(from, to);
    if (!found?.every(isFound)) return null;
    ranges.push(...found);
  }
  return ranges;
}

/** What some segments ask for, each range once: segments that look back by the same span share theirs. */
export function distinctRanges(ranges: Iterable<readonly ClockRange[] | null>): readonly ClockRange[] {
  return [...new Set([...ranges].flatMap((found) => found ?? []))];
}
