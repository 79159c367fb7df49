import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { takeBack } from '../../platform/neo4j/take-back.ts';
import { type ChangedFacts, rememberChanged } from './changed-facts.ts';
import { type Comparison, compareOwners, type PreviewedMerge, type PreviewedSplit } from './compare-owners.ts';
import type { RestitchRules, Start } from './gather-closure.ts';
import { restitch } from './restitch.ts';
import { readCounts } from './scan.store.ts';
import { portionsOf, type ScanStep, scanPage } from './scan.ts';
import { readerOf, readOwners } from './statements.store.ts';

/** What other rules would change. */
export interface RulesPreview {
  /** Customers that there are now. */
  readonly customers: number;
  /** Customers that would become part of another. */
  readonly merging: number;
  /** Customers that would come apart. */
  readonly splitting: number;
  /** Facts that would have other identifiers. */
  readonly restated: number;
  /** Everything was looked through; else the numbers are of what was. */
  readonly complete: boolean;
  readonly merges: readonly PreviewedMerge[];
  readonly splits: readonly PreviewedSplit[];
}

// A changed fact takes some hundred bytes of memory.
const MOST_CHANGED = 1_000_000;
const PORTION = 50;
// Greater than every customer id.
const EVERYONE = '~';

/**
 * What rules would change, by the very code that applies them: what hangs together is stitched in a transaction, compared, and
 * taken back. Facts whose identifiers change are remembered first, so that those meet which are to name the same.
 * @param sample how many merges and splits to tell
 */
export async function previewRules(
  database: Database,
  rules: RestitchRules,
  clock: Clock,
  sample: number,
): Promise<RulesPreview> {
  const reader = readerOf(database);
  const { customers } = await readCounts(reader);
  const changed = rememberChanged();
  const starts: Start[] = [];
  const scan = async (step: ScanStep) => {
    for (let cursor: string | null = ''; cursor !== null && changed.size < MOST_CHANGED; ) {
      const page = await scanPage(reader, step, cursor, EVERYONE, rules);
      for (const fact of page.changed) changed.add(fact);
      starts.push(page.start);
      cursor = page.next;
    }
  };
  for (const step of ['customer', 'order', 'event'] as const) await scan(step);
  const complete = changed.size < MOST_CHANGED;
  for (const step of ['shared', 'customers'] as const) if (complete) await scan(step);

  const found = createTally(sample);
  const seen = new Set<string>();
  for (const start of starts)
    for (const portion of portionsOf(start, PORTION)) {
      const fresh = { ...portion, customers: portion.customers.filter((id) => !seen.has(id)) };
      if (fresh.customers.length === 0 && fresh.facts.length === 0) continue;
      const { comparison, ids } = await tryOut(database, fresh, { ...rules, elsewhere: elsewhereOf(changed) }, clock);
      for (const id of ids) seen.add(id);
      found.add(comparison);
    }
  return { customers, restated: changed.size, complete, ...found.result() };
}

const elsewhereOf = (changed: ChangedFacts) => (keys: readonly string[]) => changed.on(keys);

function tryOut(database: Database, start: Start, rules: RestitchRules, clock: Clock) {
  return takeBack(
    database,
    'restitch.preview',
    async (transaction) => {
      const restitched = await restitch(transaction, start, rules, 'RULES_CHANGED', clock.now());
      const facts = [...restitched.closure.facts.values()].map(({ evidence }) => evidence);
      const owners = await readOwners(transaction, facts);
      return { comparison: compareOwners(restitched, owners), ids: restitched.closure.customers };
    },
    { timeoutMs: 0 },
  );
}

function createTally(sample: number) {
  let [merging, splitting] = [0, 0];
  const merges: PreviewedMerge[] = [];
  const splits: PreviewedSplit[] = [];
  return {
    add(comparison: Comparison) {
      for (const merge of comparison.merges) merging += merge.customers.length - 1;
      splitting += comparison.splits.length;
      merges.push(...comparison.merges.slice(0, sample - merges.length));
      splits.push(...comparison.splits.slice(0, sample - splits.length));
    },
    result: () => ({ merging, splitting, merges, splits }),
  };
}
