import type { Transaction } from '../../platform/neo4j/database.ts';
import { leaveTrace } from '../changes/change-trace.store.ts';
import type { CatalogueFact, Fact, StaffFact } from '../records/facts.ts';
import { type CatalogueType, claimCatalogue, findCatalogue, nameOf, writeCatalogue } from './catalogue.store.ts';
import { chooseVersions } from './choose-versions.ts';
import type { RecordFault } from './record-fault.ts';

export interface CatalogueOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly warnings: readonly RecordFault[];
  /** Stores and staff that were written. */
  readonly storeCodes: readonly string[];
  readonly staffCodes: readonly string[];
}

/** One mention of a store, a member of staff or a product by another record. */
interface Mention {
  readonly type: CatalogueType;
  readonly key: string;
  readonly index: number;
  readonly path: readonly string[];
}

function mentionsOf(fact: Fact): Mention[] {
  const mention = (type: CatalogueType, key: string | null, ...path: string[]): Mention[] =>
    key === null ? [] : [{ type, key, index: fact.index, path: [fact.type, ...path] }];
  switch (fact.type) {
    case 'staff':
      return [...mention('store', fact.store, 'store'), ...mention('staff', fact.manager, 'manager')];
    case 'order':
      return [
        ...mention('store', fact.store, 'store'),
        ...mention('staff', fact.staff, 'staff'),
        ...fact.lines.flatMap((line) => mention('product', line.sku, 'lines', String(line.line - 1), 'sku')),
      ];
    case 'event':
      return [...mention('store', fact.store, 'store'), ...mention('product', fact.sku, 'sku')];
    default:
      return [];
  }
}

const unknown = { store: 'UNKNOWN_STORE', staff: 'UNKNOWN_STAFF', product: 'UNKNOWN_PRODUCT' } as const;

/** Says which mentions name something that no record has described; each name once per batch. */
function warnOfUnknown(mentions: readonly Mention[], described: (mention: Mention) => boolean): RecordFault[] {
  const warned = new Map<string, RecordFault>();
  for (const mention of mentions) {
    const name = nameOf(mention.type, mention.key);
    if (warned.has(name) || described(mention)) continue;
    const message = `No record has described the ${mention.type} "${mention.key}" yet. It is kept by its key and filled in when its record comes.`;
    warned.set(name, { index: mention.index, code: unknown[mention.type], message, path: mention.path });
  }
  return [...warned.values()];
}

/** Of what a batch mentions: what the graph or the batch has of it, and whether a record describes it. */
async function findMentioned(transaction: Transaction, facts: readonly Fact[], mentions: readonly Mention[]) {
  const given = facts.filter((fact) => fact.type === 'store' || fact.type === 'staff' || fact.type === 'product');
  const described = new Map(given.map(({ type, key }) => [nameOf(type, key), true]));
  const sought = { store: new Set<string>(), staff: new Set<string>(), product: new Set<string>() };
  for (const { type, key } of mentions) if (!described.has(nameOf(type, key))) sought[type].add(key);
  const keys = { store: [...sought.store], staff: [...sought.staff], product: [...sought.product] };
  for (const [name, isDescribed] of await findCatalogue(transaction, keys)) described.set(name, isDescribed);
  return described;
}

/** Writes the stores, staff and products of a batch, and makes placeholders of those that its other records mention. */
export async function loadCatalogue(
  transaction: Transaction,
  facts: readonly Fact[],
  now: Date,
): Promise<CatalogueOutcome> {
  const mentions = facts.flatMap(mentionsOf);
  const outcome = { created: 0, updated: 0, unchanged: 0, warnings: [] as RecordFault[] };
  const written = new Map<CatalogueType, readonly CatalogueFact[]>();
  const described = await findMentioned(transaction, facts, mentions);
  for (const type of ['store', 'staff', 'product'] as const) {
    const own = facts.filter((fact): fact is CatalogueFact => fact.type === type);
    const unheardOf = mentions.filter((mention) => mention.type === type && !described.has(nameOf(type, mention.key)));
    const found = await claimCatalogue(
      transaction,
      type,
      [...own, ...unheardOf].map(({ key }) => key),
    );
    const choice = chooseVersions(own, found);
    written.set(type, [...choice.winners.values()]);
    outcome.created += choice.created;
    outcome.updated += choice.updated;
    outcome.unchanged += choice.unchanged;
    outcome.warnings.push(...choice.warnings);
  }
  for (const [type, winners] of written) await writeCatalogue(transaction, type, winners, now);
  const changed = (['store', 'staff', 'product'] as const).filter((type) => (written.get(type) ?? []).length > 0);
  await leaveTrace(transaction, { catalogue: changed }, now);
  const isDescribed = ({ type, key }: Mention) => described.get(nameOf(type, key)) === true;
  const keysOf = (type: CatalogueType) => (written.get(type) ?? []).map((fact) => fact.key);
  // A store or seller that is only mentioned counts among its peers, too.
  const mentioned = (type: CatalogueType) =>
    mentions.filter((mention) => mention.type === type && !isDescribed(mention)).map((mention) => mention.key);
  const staffStores = ((written.get('staff') ?? []) as readonly StaffFact[]).flatMap((fact) => fact.store ?? []);
  return {
    ...outcome,
    warnings: [...outcome.warnings, ...warnOfUnknown(mentions, isDescribed)],
    storeCodes: [...new Set([...keysOf('store'), ...staffStores, ...mentioned('store')])],
    staffCodes: [...new Set([...keysOf('staff'), ...mentioned('staff')])],
  };
}
