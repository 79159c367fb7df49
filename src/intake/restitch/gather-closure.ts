import type { Transaction } from '../../platform/neo4j/database.ts';
import type { Derivation } from '../changes/derivations.ts';
import { meetCustomers } from '../identity/customers.store.ts';
import { nodeOf } from '../identity/evidence.ts';
import type { IdentityRules } from '../identity/identity-rules.ts';
import { createReadLinkKey, type ReadLinkKey } from '../identity/linking/link-limits.ts';
import { findShared } from '../identity/linking/shared-values.ts';
import { type MetCustomers, noneMet } from '../identity/met-customers.ts';
import { createIdentifierNormaliser, type IdentifierNormaliser } from '../identity/normalise-identifier.ts';
import { readContestedWith } from '../identity/possible-matches.store.ts';
import { claimAgain, claimRows, readCustomersOn } from './claim-again.store.ts';
import { type FactName, restate, type SettledFact, type StoredStatement, settle } from './restate.ts';
import {
  type Reader,
  readPeriods,
  readStatements,
  readStatementsNaming,
  readStatementsOf,
} from './statements.store.ts';

/** Rules to stitch by. */
export interface RestitchRules {
  readonly normaliser: IdentifierNormaliser;
  readonly readKey: ReadLinkKey;
  /** Identifiers found to be shared by too many people under these rules, kept from one call to the next. */
  readonly shared: Set<string>;
  /** Facts elsewhere that are to name an identifier too, but do not yet in the graph. */
  readonly elsewhere?: (keys: readonly string[]) => Start;
  /** What rooms further down keep of the customers; nothing where it is only tried out. */
  readonly derivations: readonly Derivation[];
}

/** What stitching needs to know of rules. */
export const restitchRulesOf = (rules: IdentityRules, derivations: readonly Derivation[] = []): RestitchRules => ({
  normaliser: createIdentifierNormaliser(rules),
  readKey: createReadLinkKey(rules),
  shared: new Set(),
  derivations,
});

/** Where to begin: customers, and facts that belong to nobody. */
export interface Start {
  readonly customers: readonly string[];
  readonly facts: readonly FactName[];
}

/** All that hangs together under the rules at hand: customers, locked, with every fact of theirs. */
export interface Closure {
  readonly customers: ReadonlySet<string>;
  /** By `nodeOf`. */
  readonly facts: ReadonlyMap<string, SettledFact>;
  /** The strong identifiers that the facts name. */
  readonly keys: ReadonlySet<string>;
  /** Those of them that are shared by too many people elsewhere: whoever else has them is not in here. */
  readonly shared: ReadonlySet<string>;
  /** By strong identifier: the customers it identifies now, of shared ones none. */
  readonly pointers: ReadonlyMap<string, readonly string[]>;
  readonly met: MetCustomers;
}

// Beyond so many customers it is looked first whether the identifier may join any.
const MANY_CUSTOMERS = 50;
// Facts that are counted at most to find an identifier shared. More facts can only be more people.
const MOST_COUNTED = 5_000;

/** Facts under the rules at hand. */
export async function settleAll(
  reader: Reader,
  stored: readonly StoredStatement[],
  normaliser: IdentifierNormaliser,
): Promise<SettledFact[]> {
  const restated = stored.map((fact) => restate(fact, normaliser));
  const periods = await readPeriods(
    reader,
    restated.flatMap(({ identifiers }) => identifiers.map(({ plainKey }) => plainKey)),
  );
  return restated.map((fact) => settle(fact, periods));
}

const linkFactOf = ({ evidence: { type, key, strongKeys, seenAt, name } }: SettledFact) => ({
  node: nodeOf(type, key),
  strongKeys,
  seenAt,
  name,
  isRecord: type === 'customer',
});

/** Whether more people than its kind allows have an identifier, by the facts that name it in the graph. */
export async function isShared(reader: Reader, key: string, rules: RestitchRules): Promise<boolean> {
  if (rules.shared.has(key)) return true;
  if (rules.readKey(key).sharedAbove === null) return false;
  const naming = await settleAll(reader, await readStatementsNaming(reader, key, MOST_COUNTED), rules.normaliser);
  const having = naming.filter(({ evidence }) => evidence.strongKeys.includes(key));
  const found = findShared(having.map(linkFactOf), rules.readKey).has(key);
  if (found) rules.shared.add(key);
  return found;
}

/**
 * Gathers all that may have to do with some customers or facts when the rules change: over the identifiers that facts are to
 * name, and over what limits and decisions keep apart, any number of steps. Weak identifiers tie nothing here.
 */
export async function gatherClosure(transaction: Transaction, start: Start, rules: RestitchRules): Promise<Closure> {
  const customers = new Set<string>();
  const facts = new Map<string, SettledFact>();
  const pointers = new Map<string, readonly string[]>();
  const claimed = new Set<string>();
  const shared = new Set<string>();
  const met = noneMet();
  // Merged away before they could be locked.
  const gone = new Set<string>();

  async function enter(ids: readonly string[], loose: readonly FactName[]): Promise<SettledFact[]> {
    await meetCustomers(transaction, ids, met);
    for (const id of ids) if (!met.known.has(id)) gone.add(id);
    const fresh = ids.filter((id) => met.known.has(id) && !customers.has(id));
    for (const id of fresh) customers.add(id);
    const stored = [
      ...(await readStatementsOf(transaction, fresh)),
      ...(await readStatements(
        transaction,
        loose.filter(({ type, key }) => !facts.has(nodeOf(type, key))),
      )),
    ];
    const settled = await settleAll(transaction, stored, rules.normaliser);
    for (const fact of settled) facts.set(nodeOf(fact.evidence.type, fact.evidence.key), fact);
    return settled;
  }

  /** The customers on identifiers that were not claimed before. */
  async function claim(settled: readonly SettledFact[]): Promise<string[]> {
    const strong = settled.flatMap(({ evidence }) => evidence.strongKeys);
    const weak = settled.flatMap(({ evidence }) => (evidence.changed ? evidence.weakKeys : []));
    const wanted = new Set([...strong, ...weak].filter((key) => !claimed.has(key)));
    const strongs = new Set(strong);
    const found = await claimAgain(transaction, claimRows(settled, wanted), MANY_CUSTOMERS + 1);
    const next: string[] = [];
    for (const key of [...wanted].sort()) {
      claimed.add(key);
      if (!strongs.has(key)) continue;
      let on = found.get(key) ?? [];
      if (rules.shared.has(key) || (on.length > MANY_CUSTOMERS && (await isShared(transaction, key, rules)))) {
        shared.add(key);
        continue;
      }
      if (on.length > MANY_CUSTOMERS) on = await readCustomersOn(transaction, key);
      pointers.set(key, on);
      next.push(...on);
    }
    return next;
  }

  let [ids, loose] = [start.customers, start.facts];
  for (;;) {
    const settled = await enter([...new Set(ids)], loose);
    const near = [...(await claim(settled)), ...(await readContestedWith(transaction, customers))];
    const keys = settled.flatMap(({ evidence, stored }) =>
      evidence.changed
        ? [...evidence.strongKeys, ...evidence.weakKeys, ...stored.strongKeys, ...stored.weakKeys]
        : evidence.strongKeys,
    );
    const elsewhere = rules.elsewhere?.(keys.filter((key) => !shared.has(key)));
    ids = [...near, ...(elsewhere?.customers ?? [])].filter((id) => !met.known.has(id) && !gone.has(id));
    loose = (elsewhere?.facts ?? []).filter(({ type, key }) => !facts.has(nodeOf(type, key)));
    if (ids.length === 0 && loose.length === 0) break;
  }
  const keys = new Set([...facts.values()].flatMap(({ evidence }) => evidence.strongKeys));
  return { customers, facts, keys, shared, pointers, met };
}
