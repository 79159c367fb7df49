import type { Transaction } from '../../platform/neo4j/database.ts';
import type { CatalogueFact, Fact, StaffFact } from '../records/facts.ts';
import { type CatalogueType, claimCatalogue, writeCatalogue } from './catalogue.store.ts';
import { chooseVersions, type StoredVersion } from './choose-versions.ts';
import type { RecordFault } from './load-batch.ts';

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
    const name = `${mention.type} ${mention.key}`;
    if (warned.has(name) || described(mention)) continue;
    const message = `No record has described the ${mention.type} "${mention.key}" yet. It is kept by its key and filled in when its record comes.`;
    warned.set(name, { index: mention.index, code: unknown[mention.type], message, path: mention.path });
  }
  return [...warned.values()];
}

/** Writes the stores, staff and products of a batch, and makes placeholders of those that its other records mention. */
export async function loadCatalogue(
  transaction: Transaction,
  facts: readonly Fact[],
  now: Date,
): Promise<CatalogueOutcome> {
  const mentions = facts.flatMap(mentionsOf);
  const stored = new Map<CatalogueType, ReadonlyMap<string, StoredVersion>>();
  const outcome = { created: 0, updated: 0, unchanged: 0, warnings: [] as RecordFault[] };
  const written = new Map<CatalogueType, readonly CatalogueFact[]>();
  const given = new Set<string>();
  for (const type of ['store', 'staff', 'product'] as const) {
    const own = facts.filter((fact): fact is CatalogueFact => fact.type === type);
    for (const fact of own) given.add(`${type} ${fact.key}`);
    const referred = new Set(mentions.filter((mention) => mention.type === type).map((mention) => mention.key));
    const found = await claimCatalogue(transaction, type, new Set(own.map((fact) => fact.key)), referred);
    const choice = chooseVersions(own, found);
    stored.set(type, found);
    written.set(type, [...choice.winners.values()]);
    outcome.created += choice.created;
    outcome.updated += choice.updated;
    outcome.unchanged += choice.unchanged;
    outcome.warnings.push(...choice.warnings);
  }
  for (const [type, winners] of written) await writeCatalogue(transaction, type, winners, now);
  const isDescribed = ({ type, key }: Mention) =>
    given.has(`${type} ${key}`) || stored.get(type)?.get(key)?.contentHash != null;
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
