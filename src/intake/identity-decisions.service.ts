import { DomainError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { createDecide, type DecideDependencies, type Decided, type DecisionStamp } from './decisions/decide.ts';
import {
  chain,
  claimRecords,
  keyOf,
  notFound,
  pairsOf,
  type RecordName,
  recordOf,
  sidesOf,
} from './decisions/records-in-question.ts';
import { readMerge } from './identity/customers.store.ts';
import {
  createDecisions,
  type Decision,
  readDecisions,
  readOwned,
  revokeDecision,
  type Verdict,
} from './identity/decisions.store.ts';
import { nodeOf } from './identity/evidence.ts';
import { decodeMatchId } from './identity/match-id.ts';
import { RULE_ACTOR } from './identity/matching/rule-ties.store.ts';
import type { RuleDecisions } from './identity/matching/score-customers.ts';
import { partSides } from './identity/part-sides.ts';
import { findPossibleMatch } from './identity/possible-matches.store.ts';
import { readRecordsOf } from './identity/records-of.store.ts';
import { requireKnown } from './identity/require-known.ts';
import { readOldIds } from './identity/undo-decided.ts';
import { claimFacts } from './load/facts.store.ts';
import { restitchRulesOf } from './restitch/gather-closure.ts';
import { type Reissue, reissue, takeReissueBack } from './restitch/reissue.ts';

/**
 * What people decide of who is who. Every decision is durable: it holds against whatever is imported later, until it is taken
 * back. Customers, orders and figures are put right in the same transaction.
 */
export interface IdentityDecisionsService {
  /** Two source records are never one person's. */
  keepApart(one: RecordName, other: RecordName, stamp: DecisionStamp): Promise<Decided>;
  /** Two source records are one person's, whatever their identifiers say. */
  keepTogether(one: RecordName, other: RecordName, stamp: DecisionStamp): Promise<Decided>;
  /** The customers of a possible match are one person; by its id. */
  acceptMatch(id: string, stamp: DecisionStamp): Promise<Decided>;
  /** The customers of a possible match are two people; by its id. */
  rejectMatch(id: string, stamp: DecisionStamp): Promise<Decided>;
  /** Several customers are one person. */
  merge(customers: readonly string[], stamp: DecisionStamp): Promise<Decided>;
  /** Some source records of a customer are another person's. */
  split(customer: string, records: readonly RecordName[], stamp: DecisionStamp): Promise<Decided>;
  /** A merge was wrong: the records that either side had are kept apart, and the old id lives again. */
  undoMerge(mergeId: string, stamp: DecisionStamp): Promise<Decided>;
  /** What the rules decide of customers who are alike, and take back; whose it was is put right at once. */
  decideByRule(decisions: RuleDecisions): Promise<void>;
  /** An identifier is somebody else's from an instant on: a phone number that was issued again. */
  reissue(reissued: Reissue, stamp: DecisionStamp): Promise<Decided>;
  /** Takes a decision back; it stays in the history of its customers. */
  revoke(decisionId: string, stamp?: DecisionStamp | null): Promise<Decided>;
}

export function createIdentityDecisionsService(dependencies: DecideDependencies): IdentityDecisionsService {
  const { database, clock, derivations = [] } = dependencies;
  const { checkStamp, decide, redecide, requireRules } = createDecide(dependencies);
  const rulesAtHand = () => restitchRulesOf(dependencies.rules, derivations);

  const onPair = (verdict: Verdict) => (one: RecordName, other: RecordName, stamp: DecisionStamp) =>
    decide(`identity.keep.${verdict}`, stamp, async (transaction, id) => {
      const [first, second] = [keyOf(one), keyOf(other)];
      if (first === second) throw new DomainError('BAD_USER_INPUT', 'A record cannot be decided against itself.');
      const owners = await claimRecords(transaction, [first, second].sort());
      requireKnown(await claimFacts(transaction, 'customer', owners.keys()), sidesOf(verdict, first, second));
      return { decisions: pairsOf([[first, second]], verdict, id), owners };
    });

  const onMatch = (verdict: Verdict) => (matchId: string, stamp: DecisionStamp) =>
    decide(`identity.match.${verdict}`, stamp, async (transaction, id) => {
      const name = decodeMatchId(matchId);
      const match = name && (await findPossibleMatch(transaction, name));
      if (!match) throw notFound('There is no such possible match, or it was decided.', { id: matchId });
      const { reason, one, other } = match;
      if (reason === 'KEPT_APART')
        throw new DomainError('BAD_USER_INPUT', 'It was decided already: revoke that decision to decide anew.', {
          id: matchId,
        });
      if (one === null || other === null)
        throw notFound('One side of that possible match has no source record to tell it by.', { id: matchId });
      const owners = await claimRecords(transaction, [one, other].sort());
      requireKnown(await claimFacts(transaction, 'customer', owners.keys()), sidesOf(verdict, one, other));
      return { decisions: pairsOf([[one, other]], verdict, id), owners };
    });

  return {
    acceptMatch: onMatch('TOGETHER'),
    rejectMatch: onMatch('APART'),
    keepApart: onPair('APART'),
    keepTogether: onPair('TOGETHER'),

    merge: (customers, stamp) =>
      decide('identity.merge', stamp, async (transaction, id) => {
        const ids = [...new Set(customers)].sort();
        if (ids.length < 2) throw new DomainError('BAD_USER_INPUT', 'Give two customers or more to merge.');
        const records = await readRecordsOf(transaction, ids);
        const held = ids.map((customer) => {
          const own = records.get(customer) ?? [];
          if (own.length === 0) throw notFound(`There is no customer ${customer} with a source record.`, { customer });
          return own;
        });
        const all = held.flat();
        // One record of each is enough, unless somebody parted them before: then each record must be held.
        const standing = await readDecisions(transaction, all);
        const wereApart = standing.some(({ verdict, other }) => verdict === 'APART' && all.includes(other));
        const tied = wereApart ? all : held.map(([first]) => first as string);
        const owners = await claimRecords(transaction, [...tied].sort());
        requireKnown(await claimFacts(transaction, 'customer', tied), [tied]);
        return { decisions: pairsOf(chain(tied), 'TOGETHER', id), owners };
      }),

    split: (customer, records, stamp) =>
      decide('identity.split', stamp, async (transaction, id) => {
        const all = (await readRecordsOf(transaction, [customer])).get(customer);
        if (all === undefined) throw notFound(`There is no customer ${customer} with a source record.`, { customer });
        const chosen = [...new Set(records.map(keyOf))];
        const foreign = chosen.find((key) => !all.includes(key));
        if (foreign !== undefined)
          throw notFound(`The customer ${customer} has no source record ${foreign}.`, { customer, record: foreign });
        const rest = all.filter((key) => !chosen.includes(key));
        if (chosen.length === 0 || rest.length === 0)
          throw new DomainError('BAD_USER_INPUT', 'Name at least one record to split off, and leave at least one.');
        const owners = await claimRecords(transaction, [...all].sort());
        requireKnown(await claimFacts(transaction, 'customer', all), [chosen, rest]);
        const apart = chosen.flatMap((one) => rest.map((other): [string, string] => [one, other]));
        const together = [...chain(chosen), ...chain(rest)];
        return {
          decisions: [...pairsOf(apart, 'APART', id), ...pairsOf(together, 'TOGETHER', id)],
          owners,
          heirs: new Map([[customer, nodeOf('customer', rest[0] as string)]]),
        };
      }),

    undoMerge: (mergeId, stamp) =>
      decide('identity.undoMerge', stamp, async (transaction, id) => {
        const merge = await readMerge(transaction, mergeId);
        if (merge === null) throw notFound(`There is no merge ${mergeId}, or it was undone.`, { mergeId });
        const [losers, survivors] = [merge.loserRecords, merge.survivorRecords];
        const [loser, survivor] = [losers[0], survivors[0]];
        if (loser === undefined || survivor === undefined)
          throw new DomainError('CANNOT_UNDO', 'One side of that merge had no source record to tell it by.', {
            mergeId,
          });
        const owners = await claimRecords(transaction, [...losers, ...survivors].sort());
        const stored = await claimFacts(transaction, 'customer', owners.keys());
        requireKnown(stored, [losers, survivors], 'CANNOT_UNDO');
        return {
          decisions: partSides(merge, id, {
            stated: new Map([...stored].map(([key, { strongKeys }]) => [key, strongKeys])),
            owned: await readOwned(transaction, [...losers, ...survivors]),
          }),
          owners,
          heirs: new Map([
            [owners.get(survivor) as string, nodeOf('customer', survivor)],
            [merge.loser, nodeOf('customer', loser)],
          ]),
          revived: [merge.loser],
        };
      }),

    decideByRule: ({ accepted, withdrawn }) =>
      database.writeTransaction('identity.decideByRule', async (transaction) => {
        await requireRules(transaction);
        const now = clock.now();
        const keys = new Set<string>();
        for (const { decisionId } of withdrawn) {
          const stamp = { actor: RULE_ACTOR, reason: 'They are no longer alike enough.', now };
          for (const key of await revokeDecision(transaction, decisionId, stamp)) keys.add(key);
        }
        const decisions = accepted.map(({ oneFact, otherFact, scoreMillionths }): Decision => {
          const [one, other] = [recordOf(oneFact), recordOf(otherFact)];
          const reason = `They are alike with a score of ${scoreMillionths / 1e6}.`;
          return { id: newId('dec'), one, other, verdict: 'TOGETHER', scoreMillionths, reason };
        });
        for (const { one, other } of decisions) keys.add(one).add(other);
        const owners = await claimRecords(transaction, [...keys].sort());
        await createDecisions(transaction, decisions, { actor: RULE_ACTOR, reason: null, now });
        await redecide(transaction, owners);
      }),

    reissue: (reissued, stamp) =>
      database.writeTransaction('identity.reissue', async (transaction) => {
        checkStamp(stamp);
        await requireRules(transaction);
        const id = newId('dec');
        const customers = await reissue(transaction, id, reissued, stamp, rulesAtHand(), clock.now());
        dependencies.afterDecision();
        return { decisionId: id, customers };
      }),

    revoke: (decisionId, stamp) =>
      database.writeTransaction('identity.revoke', async (transaction) => {
        if (stamp) checkStamp(stamp);
        await requireRules(transaction);
        const said = { actor: stamp?.actor ?? null, reason: stamp?.reason ?? null };
        const keys = await revokeDecision(transaction, decisionId, { ...said, now: clock.now() });
        if (keys.length === 0) {
          const customers = await takeReissueBack(transaction, decisionId, said, rulesAtHand(), clock.now());
          if (customers === null) throw notFound(`There is no decision ${decisionId}.`, { decisionId });
          dependencies.afterDecision();
          return { decisionId: null, customers };
        }
        const owners = await claimRecords(transaction, keys);
        const old = await readOldIds(transaction, decisionId, [...new Set(owners.values())]);
        return { decisionId: null, customers: await redecide(transaction, owners, { ...old, stamp: said }) };
      }),
  };
}
