import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Database, Query, Transaction } from '../../platform/neo4j/database.ts';
import type { KeptRules } from './rules-in-force.ts';

// MERGE finds the node by its unique name and holds that entry of the index, shared with others who read it so, until we have
// committed. Whoever puts other rules in force changes the name, and so waits for us.
const inForce: Query = {
  name: 'identity.rulesInForce',
  text: `
MERGE (current:IdentityRuleSet {name: 'current'})
ON CREATE SET current += $fresh
RETURN current.hash AS hash, current.since AS since`,
};

/** A rule set as it is when nothing has to be stitched anew under it. */
export const settledSet = (rules: KeptRules, now: Date) => ({
  id: newId('rul'),
  ...rules,
  since: now,
  startedAt: now,
  finishedAt: now,
  total: 0,
  done: 0,
});

/**
 * Makes sure that the graph is stitched under these rules, and stays so until the transaction ends. A graph without rules
 * takes these.
 * @throws DomainError IDENTITY_RULES_CHANGED when other rules are in force
 */
export async function requireRules(transaction: Transaction, rules: KeptRules, now: Date): Promise<void> {
  const fresh = settledSet(rules, now);
  const [current] = await transaction.run<{ hash: string; since: Date }>(inForce, { fresh });
  if (current?.hash === rules.hash) return;
  throw new DomainError(
    'IDENTITY_RULES_CHANGED',
    `Other identity rules are in force in this graph since ${current?.since.toISOString()}. Set IDENTITY_RULES as it is there; or start a server with these rules: it puts them in force and stitches the graph anew.`,
    { since: current?.since },
  );
}

const replaceWhenEmpty: Query = {
  name: 'identity.replaceRulesOfEmptyGraph',
  text: `
MATCH (current:IdentityRuleSet {name: 'current'})
WHERE NOT EXISTS { (:SourceRecord) } AND NOT EXISTS { (:Order) } AND NOT EXISTS { (:Event) }
REMOVE current.name
SET current.inForceUntil = $now
CREATE (fresh:IdentityRuleSet {name: 'current'})
SET fresh += $fresh
RETURN fresh.id AS id`,
};

/** Puts rules in force in a graph that holds no facts; false when it holds some. */
export async function adoptRulesWhenEmpty(database: Database, rules: KeptRules, now: Date): Promise<boolean> {
  return (await database.write(replaceWhenEmpty, { fresh: settledSet(rules, now), now })).length > 0;
}
