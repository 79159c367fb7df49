import type { IdentityRules } from '../../intake/identity/identity-rules.ts';
import { DomainError } from '../../platform/errors.ts';
import { compositeKey } from '../../platform/ids.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import type { CustomerRow } from '../customer360/customer-row.ts';
import type { MergedCustomerRow } from '../customer360/evidence-rows.ts';
import { describeRules, type KindRules, type RulesInForce } from './describe-rules.ts';
import { type ExplainedCustomer, explainCustomer, indexEvidence, keysOf } from './explain-customer.ts';
import { explainApart, explainTogether, type PairExplanation } from './explain-pair.ts';
import { findPath } from './find-path.ts';
import { createIdentityStore } from './identity.store.ts';
import { type IdentityEvent, readHistories } from './identity-history.ts';
import { factRef, namedIdentifier } from './name-facts.ts';
import { type Between, type RecordPair, readBetween } from './pair.store.ts';
import type { PossibleMatchRow } from './possible-match.ts';

/** A source record as a caller names it. */
export interface RecordRef {
  readonly source: string;
  readonly recordId: string;
}

/** Two source records to be explained. */
export interface PairQuestion {
  readonly one: RecordRef;
  readonly other: RecordRef;
}

/** How a customer came together, and what became of the id that was asked for. */
export interface IdentityExplanation extends ExplainedCustomer {
  readonly id: string;
  readonly customer: CustomerRow;
  /** The merges that lead from that id to the customer, in that order. */
  readonly merged: readonly MergedCustomerRow[];
}

/**
 * Why customers are who they are. Batch calls take a fixed number of statements, whatever the number asked for, and give one
 * result for each, in that order.
 */
export interface IdentityService {
  /** The rules in force. */
  rules(): RulesInForce;
  /** Of living customers: those who may be the same person and yet are not one. `one` is the customer asked for. */
  possibleMatchesOf(ids: readonly string[]): Promise<PossibleMatchRow[][]>;
  /** Also for ids that were merged away; null for one that never was. */
  explainIdentities(ids: readonly string[]): Promise<(IdentityExplanation | null)[]>;
  /** An Error (NOT_FOUND, `source` and `recordId`) stands in for a pair of which a record is not there. */
  explainPairs(pairs: readonly PairQuestion[]): Promise<(PairExplanation | Error)[]>;
  /** Of living customers, newest first. */
  historiesOf(ids: readonly string[]): Promise<IdentityEvent[][]>;
}

/** What the identity service stands on. */
export interface IdentityDependencies {
  readonly database: Database;
  readonly rules: IdentityRules;
  /** Compares what changed, before possible matches are read. */
  readonly compareChanged: () => Promise<void>;
}

export function createIdentityService(deps: IdentityDependencies): IdentityService {
  const { database, compareChanged } = deps;
  const store = createIdentityStore(database);
  const rules = describeRules(deps.rules);
  const kinds = new Map(rules.kinds.map((kind) => [kind.kind, kind]));
  const ruleOf = (kind: string): KindRules | null => kinds.get(kind) ?? null;
  const priorityOf = (key: string) => ruleOf(namedIdentifier(key).kind)?.priority ?? Number.MAX_SAFE_INTEGER;

  /** The evidence of some customers, with the identifiers that it names. */
  async function readEvidence(ids: readonly string[], wanted: readonly string[] = []) {
    const evidence = await store.evidenceOf(ids, wanted);
    const identifiers = await store.identifiersByKey([...evidence.values()].flatMap(keysOf));
    return { evidence, identifiers };
  }

  return {
    rules: () => rules,
    possibleMatchesOf: async (ids) => {
      await compareChanged();
      return store.possibleMatchesOf(ids);
    },
    historiesOf: (ids) => readHistories(database, ids),
    async explainIdentities(ids) {
      const fates = await store.fatesOf(ids);
      const { evidence, identifiers } = await readEvidence(fates.flatMap((fate) => fate?.customer.id ?? []));
      return ids.map((id, at) => {
        const fate = fates[at];
        const held = fate && evidence.get(fate.customer.id);
        if (!fate) return null;
        if (!held) throw justMerged();
        return { id, ...fate, ...explainCustomer(held, identifiers, priorityOf) };
      });
    },
    async explainPairs(questions) {
      await compareChanged();
      const pairs = questions.map(({ one, other }) => ({ one: keyOf(one), other: keyOf(other) }));
      const found = await readBetween(database, pairs);
      const same = found.flatMap(({ one, other }) => (one !== null && one === other ? one : []));
      const { evidence, identifiers } = await readEvidence(
        same,
        pairs.flatMap(({ one, other }) => [one, other]),
      );

      const explain = (pair: RecordPair, between: Between): PairExplanation => {
        const sides = {
          one: { record: factRef('customer', pair.one), customerId: between.one },
          other: { record: factRef('customer', pair.other), customerId: between.other },
        };
        if (between.one === null || between.one !== between.other) return explainApart(sides, between, ruleOf);
        const held = evidence.get(between.one);
        if (!held) throw justMerged();
        const index = indexEvidence(held, identifiers, priorityOf);
        return explainTogether(sides, findPath(index, `customer:${pair.one}`, `customer:${pair.other}`), identifiers);
      };
      return questions.map(({ one, other }, at) => {
        const between = found[at] as Between;
        if (between.first === null) return unknownRecord(one);
        if (between.second === null) return unknownRecord(other);
        return explain(pairs[at] as RecordPair, between);
      });
    },
  };
}

const keyOf = ({ source, recordId }: RecordRef) => compositeKey(source, recordId);

function unknownRecord({ source, recordId }: RecordRef): DomainError {
  return new DomainError('NOT_FOUND', `There is no record ${recordId} of ${source}.`, { source, recordId });
}

const justMerged = () => new DomainError('CONFLICT', 'A customer was merged while it was being explained: try again.');
