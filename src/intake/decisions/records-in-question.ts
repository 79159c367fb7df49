import { DomainError } from '../../platform/errors.ts';
import { compositeKey } from '../../platform/ids.ts';
import type { Transaction } from '../../platform/neo4j/database.ts';
import type { Decision, Verdict } from '../identity/decisions.store.ts';
import { claimFacts } from '../load/facts.store.ts';

/** A source record by the name that its source gives it. */
export interface RecordName {
  readonly source: string;
  readonly recordId: string;
}

/** The key of a record. */
export const keyOf = ({ source, recordId }: RecordName) => compositeKey(source, recordId);

/** The key of a record that is named as a fact. */
export const recordOf = (fact: string) => fact.slice('customer:'.length);

/** The records of each person in question. */
export const sidesOf = (verdict: Verdict, one: string, other: string) =>
  verdict === 'APART' ? [[one], [other]] : [[one, other]];

/** Each with the next: enough to hold all of them together. */
export const chain = (keys: readonly string[]) =>
  keys.slice(1).map((key, at): [string, string] => [keys[at] as string, key]);

/** The same verdict on each pair, all by one decision. */
export const pairsOf = (pairs: readonly (readonly [string, string])[], verdict: Verdict, id: string): Decision[] =>
  pairs.map(([one, other]) => ({ id, one, other, verdict }));

/** Something that a decision names is not there. */
export const notFound = (what: string, details: Record<string, unknown>) => new DomainError('NOT_FOUND', what, details);

/** Locks records in key order, and reads whose they are. Errors: NOT_FOUND. */
export async function claimRecords(transaction: Transaction, keys: readonly string[]): Promise<Map<string, string>> {
  const stored = await claimFacts(transaction, 'customer', keys);
  const owners = new Map<string, string>();
  for (const key of keys) {
    const customer = stored.get(key)?.customer;
    if (customer == null) throw notFound(`There is no source record ${key}.`, { record: key });
    owners.set(key, customer);
  }
  return owners;
}
