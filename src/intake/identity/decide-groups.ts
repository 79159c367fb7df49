import type { Transaction } from '../../platform/neo4j/database.ts';
import type { ClaimedIdentifiers } from './claim-identifiers.store.ts';
import { meetCustomers } from './customers.store.ts';
import { type Decision, readDecisions, readTied } from './decisions.store.ts';
import { readEvidenceOf, readFamilies } from './evidence.store.ts';
import { type Evidence, nodeOf } from './evidence.ts';
import { type DecidedPairs, isPlain, type LimitedGroups, limitGroups, mayMeetLimit } from './limit-groups.ts';
import type { ReadLinkKey } from './linking/link-limits.ts';
import type { MetCustomers } from './met-customers.ts';
import { periodOf, plainKey } from './owner-periods.ts';
import { readContestedWith, readHeld, readSharedOf } from './possible-matches.store.ts';
import { type Group, heirsOf, resolveGroups } from './resolve.ts';

export interface GroupsInput {
  /** New facts, and facts whose identifiers changed, as they are from now on. */
  readonly evidence: readonly Evidence[];
  readonly claimed: ClaimedIdentifiers;
  /** Customers that lose a tie: all their facts are decided anew. */
  readonly dissolved: ReadonlySet<string>;
  readonly readKey: ReadLinkKey;
  /** Facts, by `nodeOf`, with which ids of dissolved or revived customers are to go on; else each with its oldest fact. */
  readonly heirs?: ReadonlyMap<string, string>;
}

export interface DecidedGroups extends LimitedGroups {
  readonly evidence: readonly Evidence[];
  readonly dissolved: ReadonlySet<string>;
  /** Facts, by `nodeOf`, of which somebody decided something. */
  readonly decidedFacts: readonly string[];
}

/**
 * Source records of nobody known that a weak identifier carries, now or before: the facts that refer to such a record go
 * where it goes.
 */
function carriedRecords(evidence: Iterable<Evidence>, known: ReadonlyMap<string, boolean>): string[] {
  const facts = [...evidence];
  const carried = new Set(facts.filter((fact) => fact.weakKeys.length > 0).map((fact) => fact.recordKey ?? fact.key));
  return facts
    .filter(({ type, key, anonymous, customer }) => {
      const ofNobodyKnown = customer !== null && known.get(customer) === false;
      return type === 'customer' && (anonymous || (ofNobodyKnown && carried.has(key)));
    })
    .map((record) => record.key);
}

/**
 * Adds what must be decided with the batch: every fact of the dissolved customers, and the facts that refer to a carried
 * source record. The batch's own version of a fact counts.
 */
async function gatherEvidence(
  transaction: Transaction,
  evidence: readonly Evidence[],
  dissolved: ReadonlySet<string>,
  met: MetCustomers,
): Promise<Evidence[]> {
  const gathered = new Map(evidence.map((fact) => [nodeOf(fact.type, fact.key), fact]));
  const add = (facts: readonly Evidence[]) => {
    for (const fact of facts) {
      const node = nodeOf(fact.type, fact.key);
      if (!gathered.has(node)) gathered.set(node, fact);
    }
  };
  if (dissolved.size > 0) {
    const held = await readEvidenceOf(transaction, [...dissolved]);
    const carried = held.filter((fact) => fact.anonymous && fact.type === 'customer').map(({ key }) => key);
    const decided = await readTied(transaction, carried);
    add(held.filter((fact) => !fact.anonymous || (fact.type === 'customer' && decided.has(fact.key))));
  }
  add(await readFamilies(transaction, carriedRecords(gathered.values(), met.known)));
  const facts = [...gathered.values()];
  await meetCustomers(
    transaction,
    facts.flatMap((fact) => fact.customer ?? []),
    met,
  );
  return facts;
}

/** Who owns an identifier by decision, the newest decision first; where it changed hands, each as long as the record had it. */
function ownersOf(decisions: readonly Decision[], evidence: readonly Evidence[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  const stated = new Map(evidence.map(({ type, key, strongKeys }) => [nodeOf(type, key), strongKeys]));
  const reissued = new Set(
    evidence.flatMap(({ strongKeys }) => strongKeys.flatMap((key) => periodOf(key).plainKey ?? [])),
  );
  const keysOwned = (node: string, key: string) =>
    reissued.has(key) ? (stated.get(node) ?? []).filter((one) => plainKey(one) === key) : [key];
  for (const { one, other, oneOwns = [], otherOwns = [] } of [...decisions].sort((a, b) => (a.id > b.id ? -1 : 1)))
    for (const [record, keys] of [
      [one, oneOwns],
      [other, otherOwns],
    ] as const)
      for (const key of keys.flatMap((one) => keysOwned(nodeOf('customer', record), one)))
        owners.set(key, [...(owners.get(key) ?? []), nodeOf('customer', record)]);
  return owners;
}

async function readDecidedPairs(transaction: Transaction, evidence: readonly Evidence[]): Promise<DecidedPairs> {
  const records = evidence.filter(({ type }) => type === 'customer').map(({ key }) => key);
  const decisions = await readDecisions(transaction, records);
  const pairs = (isWanted: (decision: Decision) => boolean) =>
    decisions.filter(isWanted).map(({ one, other }) => [nodeOf('customer', one), nodeOf('customer', other)] as const);
  const byRule = ({ scoreMillionths }: Decision) => scoreMillionths != null;
  return {
    together: pairs((decision) => decision.verdict === 'TOGETHER' && !byRule(decision)),
    alike: pairs(byRule),
    apart: pairs(({ verdict }) => verdict === 'APART'),
    owners: ownersOf(decisions, evidence),
  };
}

/** The groups that a limit of the identity rules could part; most batches have none. */
async function findDoubtful(
  transaction: Transaction,
  groups: readonly Group[],
  { claimed, dissolved, readKey }: GroupsInput,
  met: MetCustomers,
): Promise<Group[]> {
  const isContested = (group: Group) => group.customers.some((customer) => met.contested.has(customer));
  const contested = groups.filter(isContested);
  const others = groups.filter(
    (group) => group.strongKeys.length > 0 && !isContested(group) && !isPlain(group, claimed.pointers, dissolved),
  );
  const living = others.flatMap((group) => group.customers.filter((customer) => !dissolved.has(customer)));
  const held = await readHeld(transaction, living);
  const heldBy = (group: Group) => group.customers.flatMap((customer) => held.get(customer) ?? []);
  return [...contested, ...others.filter((group) => mayMeetLimit(group, heldBy(group), readKey))];
}

/**
 * Decides which facts belong together: over shared identifiers and record references, as far as the limits of the identity
 * rules allow. Where a limit may be met, all that hangs together is read and decided anew, so that the order in which it
 * came has no say.
 */
export async function decideGroups(
  transaction: Transaction,
  input: GroupsInput,
  met: MetCustomers,
): Promise<DecidedGroups> {
  const { claimed, readKey } = input;
  let { dissolved } = input;
  let evidence = await gatherEvidence(transaction, input.evidence, dissolved, met);
  const shared = new Set(claimed.shared);
  if (dissolved.size > 0) for (const key of await readSharedOf(transaction, [...dissolved])) shared.add(key);
  let groups = resolveGroups({ evidence, pointers: claimed.pointers, dissolved, shared });
  const doubtful = await findDoubtful(transaction, groups, input, met);
  if (doubtful.length === 0) return { groups, refusals: [], shared: [], evidence, dissolved, decidedFacts: [] };

  const parted = new Set(doubtful.flatMap((group) => group.customers));
  dissolved = new Set([...dissolved, ...(await readContestedWith(transaction, parted))]);
  await meetCustomers(transaction, dissolved, met);
  for (const key of await readSharedOf(transaction, [...dissolved])) shared.add(key);
  evidence = await gatherEvidence(transaction, input.evidence, dissolved, met);
  const decided = await readDecidedPairs(transaction, evidence);
  const together = [...decided.together, ...decided.alike];
  const heirs = new Map([...heirsOf(dissolved, evidence), ...(input.heirs ?? [])]);
  groups = resolveGroups({ evidence, pointers: claimed.pointers, dissolved, shared, together, heirs });
  // Groups that touch no dissolved customer were found free of doubt; these would be judged by a part of their facts.
  const isWhole = (group: Group) => group.customers.every((customer) => heirs.has(customer) || dissolved.has(customer));
  const limited = limitGroups(groups.filter(isWhole), readKey, shared, decided, heirs);
  return {
    ...limited,
    groups: [...groups.filter((group) => !isWhole(group)), ...limited.groups],
    evidence,
    dissolved,
    decidedFacts: [...together, ...decided.apart].flat(),
  };
}
