import { aspects } from '../../intake/changes/aspects.ts';
import { leaveTrace } from '../../intake/changes/change-trace.store.ts';
import type { Derivation } from '../../intake/changes/derivations.ts';
import type { Database, Query, Transaction } from '../../platform/neo4j/database.ts';
import type { IndecisiveRules } from './lifecycle-rules.ts';

const count: Query = {
  name: 'lifecycle.countInterest',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
WITH customer, COLLECT {
  MATCH (customer)-[:PERFORMED]->(event)
  WHERE event.name IN $events
  RETURN event.occurredAt AS at ORDER BY at DESC LIMIT $interests
} AS newest
SET customer.interestAt = CASE WHEN size(newest) = $interests THEN newest[-1] END`,
};

const readPage: Query = {
  name: 'lifecycle.customersAfter',
  text: 'MATCH (customer:Customer) WHERE customer.id > $after RETURN customer.id AS id ORDER BY id LIMIT $limit',
};

const readState: Query = {
  name: 'lifecycle.state',
  text: "MATCH (state:LifecycleState {id: 'interest'}) RETURN state.countedBy AS countedBy",
};

const saveState: Query = {
  name: 'lifecycle.saveState',
  text: "MERGE (state:LifecycleState {id: 'interest'}) SET state.countedBy = $countedBy, state.countedAt = $now",
};

const PORTION = 2_000;

/** What counting depends on; another number or other names, and everybody is to be counted anew. */
const fingerprint = (rules: IndecisiveRules | null) =>
  rules === null ? 'none' : JSON.stringify([rules.interests, [...new Set(rules.events)].sort()]);

async function countInterest(transaction: Transaction, ids: readonly string[], rules: IndecisiveRules | null) {
  const { interests, events } = rules ?? { interests: 1, events: [] };
  if (ids.length > 0) await transaction.run(count, { ids, interests, events });
}

/** Keeps when interest became again and again, of the customers whose events changed: one statement, if there are any. */
export function deriveInterest(rules: IndecisiveRules | null): Derivation {
  return async (transaction, { living, customers }) => {
    if (rules === null) return;
    const ids = living.filter((id) => ((customers.get(id) ?? 0) & aspects.events) !== 0);
    await countInterest(transaction, ids, rules);
  };
}

/** Counts the interest of everybody anew if it was counted by other rules, or never; true when it did. */
export async function recountInterest(database: Database, rules: IndecisiveRules | null, now: () => Date) {
  const countedBy = fingerprint(rules);
  const [state] = await database.read<{ countedBy: string }>(readState);
  if (state?.countedBy === countedBy) return false;
  for (let after = ''; ; ) {
    const page = await database.read<{ id: string }>(readPage, { after, limit: PORTION });
    const ids = page.map(({ id }) => id);
    await database.writeTransaction('lifecycle.recount', async (transaction) => {
      await countInterest(transaction, ids, rules);
      await leaveTrace(transaction, { customers: new Map(ids.map((id) => [id, aspects.events])) }, now());
    });
    if (ids.length < PORTION) break;
    after = ids.at(-1) as string;
  }
  await database.write(saveState, { countedBy, now: now() });
  return true;
}
