import type { Clock } from '../../platform/clock.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Database, Transaction } from '../../platform/neo4j/database.ts';
import type { Derivation } from '../changes/derivations.ts';
import { noneClaimed } from '../identity/claim-identifiers.store.ts';
import { createDecisions, type Decision, type Stamp } from '../identity/decisions.store.ts';
import type { IdentityRules } from '../identity/identity-rules.ts';
import { createReadLinkKey } from '../identity/linking/link-limits.ts';
import { contestCustomers } from '../identity/possible-matches.store.ts';
import { requireRules } from '../identity/rules-in-force.store.ts';
import { keepRules } from '../identity/rules-in-force.ts';
import { stitch } from '../identity/stitch.ts';
import { settleCustomers } from '../load/settle-customers.ts';
import { claimRecords } from './records-in-question.ts';

/** Who decides, and why; both are kept. */
export interface DecisionStamp {
  readonly reason: string;
  readonly actor: string;
}

/** What a decision came to. */
export interface Decided {
  /** By this the decision is taken back; null when one was taken back. */
  readonly decisionId: string | null;
  /** The living customers that the records belong to now, oldest first. */
  readonly customers: readonly string[];
}

export interface DecideDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly rules: IdentityRules;
  /** What rooms further down keep of customers, in the transaction that decides who is who. */
  readonly derivations?: readonly Derivation[];
  /** Told that customers are others than before. */
  readonly afterDecision: () => void;
}

/** What becomes of customers that are decided anew. */
interface Outcome {
  /** By the customer that was: the node of a fact that keeps its id. */
  readonly heirs?: ReadonlyMap<string, string>;
  /** Ids of merged customers that live again. */
  readonly revived?: readonly string[];
}

/** What a decision says, and whose the records in question are. */
interface Verdicts extends Outcome {
  readonly decisions: readonly Decision[];
  readonly owners: ReadonlyMap<string, string>;
}

/** How every decision is made, whatever it is about. */
export interface Decide {
  /** Fails unless somebody stands for the decision. Errors: BAD_USER_INPUT. */
  checkStamp(stamp: DecisionStamp): void;
  /** Runs in one transaction: what `work` finds is kept under a new id, then its customers are decided anew. */
  decide(
    name: string,
    stamp: DecisionStamp,
    work: (transaction: Transaction, id: string) => Promise<Verdicts>,
  ): Promise<Decided>;
  /** Decides all facts of some customers anew; gives the living customers of the records, sorted. */
  redecide(
    transaction: Transaction,
    owners: ReadonlyMap<string, string>,
    more?: Outcome & { readonly stamp?: Stamp; readonly decisionId?: string },
  ): Promise<string[]>;
  /** Fails if another process brought other rules meanwhile. */
  requireRules(transaction: Transaction): Promise<void>;
}

const MOST_PAIRS = 10_000;

export function createDecide({ database, clock, rules, derivations = [], afterDecision }: DecideDependencies): Decide {
  const readKey = createReadLinkKey(rules);
  const kept = keepRules(rules);

  function checkStamp({ reason, actor }: DecisionStamp): void {
    if (reason.trim() !== '' && actor.trim() !== '') return;
    throw new DomainError('BAD_USER_INPUT', 'Say who decides and why: neither the actor nor the reason may be empty.');
  }

  const redecide: Decide['redecide'] = async (transaction, owners, more = {}) => {
    const now = clock.now();
    const dissolved = new Set(owners.values());
    await contestCustomers(transaction, [...dissolved].sort());
    const stitched = await stitch(transaction, {
      evidence: [],
      claimed: noneClaimed(),
      dissolved,
      readKey,
      now,
      cause: 'DECISION',
      ...more,
    });
    await settleCustomers(transaction, stitched, derivations, now);
    afterDecision();
    const after = await claimRecords(transaction, [...owners.keys()].sort());
    return [...new Set(after.values())].sort();
  };

  return {
    checkStamp,
    redecide,
    requireRules: (transaction) => requireRules(transaction, kept, clock.now()),
    decide: (name, stamp, work) =>
      database.writeTransaction(name, async (transaction) => {
        checkStamp(stamp);
        await requireRules(transaction, kept, clock.now());
        const id = newId('dec');
        const { decisions, owners, ...more } = await work(transaction, id);
        if (decisions.length > MOST_PAIRS)
          throw new DomainError(
            'BAD_USER_INPUT',
            `These are too many records to decide on at once (${MOST_PAIRS} pairs).`,
          );
        await createDecisions(transaction, decisions, { ...stamp, now: clock.now() });
        return { decisionId: id, customers: await redecide(transaction, owners, { ...more, stamp, decisionId: id }) };
      }),
  };
}
