import type { Database, Query, Transaction } from '../../platform/neo4j/database.ts';
import { settledSet } from '../identity/rules-in-force.store.ts';
import type { KeptRules } from '../identity/rules-in-force.ts';

/** The rules in force, and how far the graph is stitched under them. */
export interface RulesState {
  readonly id: string;
  readonly hash: string;
  readonly derivation: string;
  readonly since: Date;
  /** The file they came from; null: the default rules, or not known. */
  readonly origin: string | null;
  readonly startedAt: Date;
  /** Null while the graph is stitched anew. */
  readonly finishedAt: Date | null;
  readonly total: number;
  readonly done: number;
  /** What is being looked through, and after what key or id; null once finished. */
  readonly step: string | null;
  readonly cursor: string | null;
  readonly until: string | null;
}

const read: Query = {
  name: 'restitch.readRules',
  text: `
MATCH (current:IdentityRuleSet {name: 'current'})
RETURN current.id AS id, current.hash AS hash, current.derivation AS derivation, current.since AS since, current.origin AS origin,
  current.startedAt AS startedAt, current.finishedAt AS finishedAt, current.total AS total, current.done AS done,
  current.step AS step, current.cursor AS cursor, current.until AS until`,
};

/** The rules in force; null in a graph that never took in anything. */
export async function readRulesState(reader: Pick<Transaction, 'run'>): Promise<RulesState | null> {
  return (await reader.run<RulesState>(read))[0] ?? null;
}

// Taking the name from one set and giving it to another waits for all who read the old one, and keeps out who would read it.
const supersede: Query = {
  name: 'restitch.supersedeRules',
  text: `
MATCH (current:IdentityRuleSet {name: 'current'})
REMOVE current.name, current.leaseHolder, current.leaseUntil
SET current.inForceUntil = $now`,
};
const create: Query = {
  name: 'restitch.createRules',
  text: `
CREATE (current:IdentityRuleSet {name: 'current'})
SET current += $properties`,
};

/** Where stitching anew begins, or null when nothing has to be. */
export interface JobStart {
  readonly step: string;
  readonly until: string;
  readonly total: number;
}

/** Puts rules in force in place of those that are, if any. */
export async function putInForce(
  transaction: Transaction,
  rules: KeptRules,
  origin: string | null,
  start: JobStart | null,
  now: Date,
) {
  await transaction.run(supersede, { now });
  const job = start && { ...start, cursor: '', finishedAt: null };
  await transaction.run(create, { properties: { ...settledSet(rules, now), origin, ...job } });
}

const take: Query = {
  name: 'restitch.takeJob',
  text: `
MATCH (current:IdentityRuleSet {name: 'current', hash: $hash})
WHERE current.finishedAt IS NULL
SET current.cursor = current.cursor
WITH current
WHERE current.leaseHolder IS NULL OR current.leaseHolder = $holder OR current.leaseUntil < $now
SET current.leaseHolder = $holder, current.leaseUntil = $leaseUntil
RETURN current.id AS id, current.hash AS hash, current.step AS step, current.cursor AS cursor, current.until AS until`,
};

/** Who does the work, and until when nobody else may. */
export interface Lease {
  readonly holder: string;
  readonly now: Date;
  readonly leaseUntil: Date;
}

/** A piece of work to go on with. */
export interface Job {
  readonly id: string;
  readonly step: string;
  readonly cursor: string;
  readonly until: string;
}

/** Takes the work up where it stands; null when there is none, it is another's, or it is for other rules. */
export async function takeJob(database: Database, hash: string, lease: Lease): Promise<Job | null> {
  return (await database.write<Job>(take, { hash, ...lease }))[0] ?? null;
}

const hold: Query = {
  name: 'restitch.holdJob',
  text: `
MATCH (current:IdentityRuleSet {name: 'current', id: $id, leaseHolder: $holder})
SET current.leaseUntil = $leaseUntil
RETURN current.id AS id`,
};

/** Whether the work is still the holder's; until the transaction ends nobody else can take it. */
export async function holdJob(transaction: Transaction, id: string, lease: Lease): Promise<boolean> {
  return (await transaction.run(hold, { id, ...lease })).length > 0;
}

const advance: Query = {
  name: 'restitch.advanceJob',
  text: `
MATCH (current:IdentityRuleSet {name: 'current', id: $id, leaseHolder: $holder})
SET current += $progress, current.leaseUntil = $leaseUntil,
  current.done = CASE WHEN $progress.finishedAt IS NULL THEN current.done + $count ELSE current.total END
RETURN current.done AS done, current.total AS total`,
};

/** Notes how far the work is: from here it goes on, whoever does it. Null when it is not the holder's any more. */
export async function advanceJob(
  database: Database,
  job: Job,
  lease: Lease,
  progress: { readonly step: string | null; readonly cursor: string; readonly finishedAt: Date | null },
  count: number,
): Promise<{ readonly done: number; readonly total: number } | null> {
  const rows = await database.write<{ done: number; total: number }>(advance, {
    id: job.id,
    ...lease,
    progress,
    count,
  });
  return rows[0] ?? null;
}

const release: Query = {
  name: 'restitch.releaseJob',
  text: `
MATCH (current:IdentityRuleSet {name: 'current', leaseHolder: $holder})
REMOVE current.leaseHolder, current.leaseUntil`,
};

/** Lets others go on at once. */
export async function releaseJob(database: Database, holder: string): Promise<void> {
  await database.write(release, { holder });
}
