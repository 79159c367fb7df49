import { compositeKey } from '../../platform/ids.ts';
import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { CatalogueFact, ProductFact, StaffFact } from '../records/facts.ts';
import type { StoredVersion } from './choose-versions.ts';

export type CatalogueType = CatalogueFact['type'];

const kinds = {
  store: { label: 'Store', key: 'code', initially: '{tags: []}' },
  staff: { label: 'Staff', key: 'code', initially: '{tags: []}' },
  product: { label: 'Product', key: 'sku', initially: '{tags: [], category: []}' },
} as const;

function queriesOf(type: CatalogueType) {
  const { label, key, initially } = kinds[type];
  const claim: Query = {
    name: `load.claim.${type}`,
    text: `
UNWIND $rows AS row
MERGE (item:${label} {${key}: row.key})
ON CREATE SET item += ${initially}
SET item.${key} = item.${key}
RETURN row.key AS key, item.contentHash AS contentHash, item.updatedAt AS version`,
  };
  const write: Query = {
    name: `load.write.${type}`,
    text: `
UNWIND $rows AS row
MATCH (item:${label} {${key}: row.key})
SET item += row.properties`,
  };
  return { claim, write };
}

const queries = { store: queriesOf('store'), staff: queriesOf('staff'), product: queriesOf('product') };

/** Finds or makes stores, staff or products by key, write-locks them in key order, and reads what the graph holds of each. */
export async function claimCatalogue(
  transaction: Transaction,
  type: CatalogueType,
  keys: Iterable<string>,
): Promise<Map<string, StoredVersion>> {
  const rows = [...new Set(keys)].sort().map((key) => ({ key }));
  const found = await transaction.runRows<StoredVersion & { key: string }>(queries[type].claim, rows);
  return new Map(found.map((row) => [row.key, row]));
}

const found = (type: CatalogueType) => `UNWIND $${type} AS key
MATCH (item:${kinds[type].label} {${kinds[type].key}: key})
RETURN '${type}' AS type, key, item.contentHash IS NOT NULL AS described`;

const find: Query = {
  name: 'load.findCatalogue',
  text: [found('store'), found('staff'), found('product')].join('\nUNION ALL\n'),
};

/** Of stores, staff and products by key: those that the graph has, and whether a record has described them. */
export async function findCatalogue(
  transaction: Transaction,
  keys: Readonly<Record<CatalogueType, readonly string[]>>,
): Promise<Map<string, boolean>> {
  if (Object.values(keys).every((list) => list.length === 0)) return new Map();
  const rows = await transaction.run<{ type: CatalogueType; key: string; described: boolean }>(find, keys);
  return new Map(rows.map(({ type, key, described }) => [nameOf(type, key), described]));
}

/** A name for a store, member of staff or product that is unique over all of them. */
export const nameOf = (type: CatalogueType, key: string): string => `${type} ${key}`;

const workAt: Query = {
  name: 'load.staffAtStores',
  text: `
UNWIND $rows AS row
MATCH (staff:Staff {code: row.key})
OPTIONAL MATCH (staff)-[before:WORKS_AT|REPORTS_TO]->()
DELETE before
WITH DISTINCT staff, row
OPTIONAL MATCH (store:Store {code: row.store})
FOREACH (_ IN CASE WHEN store IS NULL THEN [] ELSE [1] END | CREATE (staff)-[:WORKS_AT]->(store))
WITH staff, row
MATCH (manager:Staff {code: row.manager})
CREATE (staff)-[:REPORTS_TO]->(manager)`,
};

const categorise: Query = {
  name: 'load.categorise',
  text: `
UNWIND $rows AS row
MATCH (product:Product {sku: row.key})
OPTIONAL MATCH (product)-[before:IN_CATEGORY]->()
DELETE before
WITH DISTINCT product, row
MATCH (category:Category {path: row.path})
CREATE (product)-[:IN_CATEGORY]->(category)`,
};

const growTree: Query = {
  name: 'load.growCategories',
  text: `
UNWIND $rows AS row
MERGE (category:Category {path: row.path})
ON CREATE SET category.name = row.name
WITH category, row WHERE row.parent IS NOT NULL
MERGE (parent:Category {path: row.parent})
MERGE (category)-[:CHILD_OF]->(parent)`,
};

/** Every category on the paths of some products, parents first. */
function categoryRows(products: readonly ProductFact[]) {
  const rows = new Map<string, { path: string; name: string; parent: string | null }>();
  for (const { category } of products)
    category.forEach((name, level) => {
      const path = compositeKey(...category.slice(0, level + 1));
      rows.set(path, { path, name, parent: level === 0 ? null : compositeKey(...category.slice(0, level)) });
    });
  return [...rows.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Writes the content of stores, staff or products that were claimed before. */
export async function writeCatalogue(
  transaction: Transaction,
  type: CatalogueType,
  facts: readonly CatalogueFact[],
  now: Date,
) {
  if (facts.length === 0) return;
  const rows = facts.map((fact) => ({
    key: fact.key,
    properties: {
      ...fact.properties,
      contentHash: fact.contentHash,
      updatedAt: fact.version.getTime() === 0 ? null : fact.version,
      receivedAt: now,
    },
  }));
  await transaction.run(datesOf(type), { rows });
  if (type === 'staff') {
    const staff = facts as readonly StaffFact[];
    await transaction.run(workAt, { rows: staff.map(({ key, store, manager }) => ({ key, store, manager })) });
  }
  if (type === 'product') {
    const products = facts as readonly ProductFact[];
    await transaction.run(growTree, { rows: categoryRows(products) });
    const paths = products.map(({ key, category }) => ({
      key,
      path: category.length > 0 ? compositeKey(...category) : null,
    }));
    await transaction.run(categorise, { rows: paths });
  }
}

const dateProperties: Readonly<Record<CatalogueType, string | null>> = {
  store: 'openedOn',
  staff: 'hiredOn',
  product: null,
};

/** The writing statement of a type; a calendar date comes as text and is stored as a DATE. */
function datesOf(type: CatalogueType): Query {
  const date = dateProperties[type];
  const { name, text } = queries[type].write;
  return date === null ? { name, text } : { name, text: `${text}, item.${date} = date(row.properties.${date})` };
}
