import { setImmediate } from 'node:timers/promises';
import type { Database } from '../platform/neo4j/database.ts';
import type { IdentityRules } from './identity/identity-rules.ts';
import { createReadLinkKey } from './identity/linking/link-limits.ts';
import { clearSomeAlike } from './identity/matching/alike-pairs.store.ts';
import { findDue, lockMatching, markNextCustomers, saveMatching } from './identity/matching/matching-state.store.ts';
import { readSomeRuleTies } from './identity/matching/rule-ties.store.ts';
import { type RuleDecisions, scoreCustomers } from './identity/matching/score-customers.ts';
import { updateKeys } from './identity/matching/update-keys.ts';
import { recordsClass } from './identity/matching/weigh-comparison.ts';

/**
 * Finds customers who are much alike, behind the back of intake. What is to be compared is marked in the graph by the transaction
 * that changed it, so nothing is lost when a process ends; what is found depends on the facts alone, not on when or in which
 * portions they were compared.
 */
export interface MatchingService {
  /** Something changed: there may be customers to compare. Costs nothing. */
  markStale(): void;
  /** Whether this process knows of something to compare. */
  isStale(): boolean;
  /** Compares until nothing is left to compare. Calls at the same time share the work. */
  drain(signal?: AbortSignal): Promise<void>;
  /** The same, but goes back to the caller after so many milliseconds at most; the rest is done behind their back. */
  catchUp(atMostMs: number): Promise<void>;
  /** Resolves when nothing runs; call it before the database is closed. What is left to compare stays marked. */
  stop(): Promise<void>;
}

export interface MatchingDependencies {
  readonly database: Database;
  readonly rules: Pick<IdentityRules, 'kinds' | 'possibleMatches'>;
  /** Puts into effect what the rules decide, which changes who the customers are. */
  readonly decide: (decisions: RuleDecisions) => Promise<void>;
  /** Hears why comparing in the background failed; what was to be compared stays marked. */
  readonly onError: (error: unknown) => void;
}

const KEYS_AT_ONCE = 500;
const SCORES_AT_ONCE = 100;
const MARKS_AT_ONCE = 5_000;
/** Goes up when records are compared in another way, so that all are compared anew. */
const METHOD = 1;

export function createMatchingService({ database, rules, decide, onError }: MatchingDependencies): MatchingService {
  const { acceptAbove, reviewAbove } = rules.possibleMatches;
  const isOff = acceptAbove === null && reviewAbove === null;
  const readKey = createReadLinkKey(rules);
  const kinds = [...rules.kinds].map(([kind, { normaliser, limits }]) => [kind, normaliser, limits.exclusive]);
  const settings = JSON.stringify([METHOD, rules.possibleMatches, kinds]);
  let stale = true;
  let stopped = false;
  let running: Promise<void> | null = null;

  /** One transaction of work: whether there was something to do, or what is to be decided first. */
  const step = (): Promise<boolean | RuleDecisions> =>
    database.writeTransaction('matching.step', async (transaction) => {
      const state = await lockMatching(transaction);
      if (isOff) {
        if (state.computedUnder === settings) return false;
        const withdrawn = await readSomeRuleTies(transaction, SCORES_AT_ONCE);
        if (withdrawn.length > 0) return { accepted: [], withdrawn };
        const computedUnder = (await clearSomeAlike(transaction, MARKS_AT_ONCE)) === 0 ? settings : null;
        await saveMatching(transaction, { computedUnder, passedTo: null });
        return computedUnder === null;
      }
      const computedUnder = `${settings} ${recordsClass(state.records)}`;
      const passedTo = state.computedUnder === computedUnder ? state.passedTo : '';
      if (passedTo !== null) {
        const last = await markNextCustomers(transaction, passedTo, MARKS_AT_ONCE);
        await saveMatching(transaction, { computedUnder, passedTo: last });
        return true;
      }
      const keysDue = await findDue(transaction, 'KeysDue', KEYS_AT_ONCE);
      if (keysDue.length > 0) {
        await updateKeys(transaction, keysDue, rules);
        return true;
      }
      const ids = await findDue(transaction, 'ScoresDue', SCORES_AT_ONCE);
      if (ids.length === 0) return false;
      const { records } = state;
      const above = { reviewAbove: reviewAbove ?? Number.POSITIVE_INFINITY, acceptAbove };
      return (await scoreCustomers(transaction, { ids, rules, readKey, records, ...above })) ?? true;
    });

  async function work(): Promise<void> {
    stale = false;
    try {
      while (!stopped) {
        const done = await step();
        if (done === false) break;
        if (done !== true) await decide(done);
        await setImmediate();
      }
      if (stopped) stale = true;
    } catch (error) {
      stale = true;
      throw error;
    } finally {
      running = null;
    }
  }
  const start = () => {
    running ??= work();
    return running;
  };

  return {
    markStale: () => {
      stale = true;
    },
    isStale: () => stale,
    async drain(signal) {
      while ((stale || running) && !stopped) {
        signal?.throwIfAborted();
        await start();
      }
    },
    async catchUp(atMostMs) {
      if (!stale && !running) return;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, atMostMs);
      });
      await Promise.race([start().catch(onError), late]).finally(() => clearTimeout(timer));
    },
    async stop() {
      stopped = true;
      await running?.catch(() => undefined);
    },
  };
}
