import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import { DomainError, messageOf } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import type { Database } from '../platform/neo4j/database.ts';
import type { Derivation } from './changes/derivations.ts';
import { buildIdentityRules, type IdentityRules } from './identity/identity-rules.ts';
import { parseIdentityRules } from './identity/rules-file/read-rules-file.ts';
import { keepRules } from './identity/rules-in-force.ts';
import { restitchRulesOf } from './restitch/gather-closure.ts';
import {
  advanceJob,
  holdJob,
  type Job,
  type Lease,
  putInForce,
  type RulesState,
  readRulesState,
  releaseJob,
  takeJob,
} from './restitch/job.store.ts';
import { previewRules, type RulesPreview } from './restitch/preview-rules.ts';
import { moveReissues } from './restitch/reissue.ts';
import { restitch } from './restitch/restitch.ts';
import { readCounts } from './restitch/scan.store.ts';
import { portionsOf, type ScanStep, scanPage, scanSteps } from './restitch/scan.ts';
import { readerOf } from './restitch/statements.store.ts';

const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 30_000;
// Customers whose surroundings are stitched in one transaction.
const PORTION = 100;
const MOST_SAMPLES = 100;

/** The rules that customers are stitched by, and their change. */
export interface IdentityRulesService {
  /**
   * Puts the rules of this program in force in the graph, if others are. True when the graph has to be stitched anew.
   * From then on programs with other rules can take in nothing.
   */
  putInForce(): Promise<boolean>;
  /** Stitches what is left to be stitched anew; ends at once when another program does so. */
  restitch(signal?: AbortSignal): Promise<void>;
  /** Puts the rules in force and stitches in the background, also what another program leaves undone. */
  start(): Promise<void>;
  /** Ends the work in the background; it goes on where it stood with the next start. */
  stop(): Promise<void>;
  /** The rules in force in the graph; null in one that never took in anything. */
  state(): Promise<(RulesState & { readonly inForce: boolean }) | null>;
  /**
   * What a rules document (parsed, or as text) would change, laid over the default rules as a file is; changes nothing.
   * @throws DomainError INVALID_IDENTITY_RULES
   */
  preview(rules: unknown, sample: number): Promise<RulesPreview>;
}

export interface IdentityRulesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly rules: IdentityRules;
  /** The file that the rules came from, for people. */
  readonly origin: string | null;
  /** A setting that is stronger than what a rules document says. */
  readonly defaultCountry: string | null;
  /** What rooms further down keep of customers, in the transactions that stitch anew. */
  readonly derivations?: readonly Derivation[];
  /** Told that customers are others than before. */
  readonly afterRestitch: () => void;
}

export function createIdentityRulesService(dependencies: IdentityRulesDependencies): IdentityRulesService {
  const { database, clock, log, rules } = dependencies;
  const kept = keepRules(rules);
  const holder = newId('srv');
  const reader = readerOf(database);
  let tools = restitchRulesOf(rules, dependencies.derivations);
  let background: { readonly abort: AbortController; work: Promise<void> } | null = null;

  function lease(): Lease {
    const now = clock.now();
    return { holder, now, leaseUntil: new Date(now.getTime() + LEASE_MS) };
  }

  async function putRulesInForce(): Promise<boolean> {
    const changed = await database.writeTransaction('restitch.putInForce', async (transaction) => {
      const now = clock.now();
      const before = await readRulesState(transaction);
      if (before?.hash === kept.hash) return null;
      const counts = await readCounts(transaction);
      const facts = counts.customer + counts.order + counts.event;
      // Where identifiers are made as before, only limits are to be looked at.
      const sameKeys = before !== null && before.finishedAt !== null && before.derivation === kept.derivation;
      const start = { step: sameKeys ? 'shared' : 'customer', until: counts.newest };
      const total = counts.customers + (sameKeys ? 0 : facts);
      const job = facts === 0 ? null : { ...start, total };
      await putInForce(transaction, kept, dependencies.origin, job, now);
      await moveReissues(transaction, tools.normaliser);
      return { id: before?.id ?? null, total: job?.total ?? 0 };
    });
    if (changed && changed.total > 0)
      log.info(
        { total: changed.total },
        'Other identity rules are in force: the graph is stitched anew in the background.',
      );
    return (await readRulesState(reader))?.finishedAt === null;
  }

  async function work(job: Job, signal?: AbortSignal): Promise<boolean> {
    const step = job.step as ScanStep;
    const page = await scanPage(reader, step, job.cursor, job.until, tools);
    const seen = new Set<string>();
    for (const portion of portionsOf(page.start, PORTION)) {
      if (signal?.aborted) return false;
      const customers = portion.customers.filter((id) => !seen.has(id));
      if (customers.length === 0 && portion.facts.length === 0) continue;
      const mine = await database.writeTransaction(
        'restitch.portion',
        async (transaction) => {
          if (!(await holdJob(transaction, job.id, lease()))) return null;
          const { closure } = await restitch(
            transaction,
            { ...portion, customers },
            tools,
            'RULES_CHANGED',
            clock.now(),
          );
          return closure.customers;
        },
        { timeoutMs: 0 },
      );
      if (mine === null) return false;
      for (const id of mine) seen.add(id);
    }
    const nextStep = page.next === null ? (scanSteps[scanSteps.indexOf(step) + 1] ?? null) : step;
    const finished = nextStep === null;
    const progress = { step: nextStep, cursor: page.next ?? '', finishedAt: finished ? clock.now() : null };
    const noted = await advanceJob(database, job, lease(), progress, page.count);
    if (noted)
      log.info(noted, finished ? 'The graph is stitched under the rules in force.' : 'Stitching the graph anew …');
    return noted !== null && !finished;
  }

  async function restitchAll(signal?: AbortSignal): Promise<void> {
    let worked = false;
    try {
      while (!signal?.aborted) {
        const job = await takeJob(database, kept.hash, lease());
        if (job === null) break;
        if (!worked) tools = restitchRulesOf(rules, dependencies.derivations);
        worked = true;
        if (!(await work(job, signal))) break;
      }
    } finally {
      if (worked) {
        await releaseJob(database, holder);
        dependencies.afterRestitch();
      }
    }
  }

  async function keepRestitching(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await restitchAll(signal).catch((error) =>
        log.warn(`The graph could not be stitched anew; it is tried again: ${messageOf(error)}`),
      );
      // Cut short by the signal.
      await setTimeout(LOOK_AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    putInForce: putRulesInForce,
    restitch: restitchAll,
    async state() {
      const state = await readRulesState(reader);
      return state && { ...state, inForce: state.hash === kept.hash };
    },
    async start() {
      await putRulesInForce();
      const abort = new AbortController();
      background = { abort, work: keepRestitching(abort.signal) };
    },
    async stop() {
      background?.abort.abort();
      await background?.work;
      background = null;
    },
    async preview(document, sample) {
      if (sample < 0 || sample > MOST_SAMPLES)
        throw new DomainError('BAD_USER_INPUT', `sample may be 0 to ${MOST_SAMPLES}, not ${sample}.`, {
          argument: 'sample',
        });
      const proposed =
        typeof document === 'string' ? parseIdentityRules(document, 'rules') : buildIdentityRules(document, 'rules');
      const settled = { ...proposed, defaultCountry: dependencies.defaultCountry ?? proposed.defaultCountry };
      return previewRules(database, restitchRulesOf(settled), clock, sample);
    },
  };
}
