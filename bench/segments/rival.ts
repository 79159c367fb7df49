import type { Driver } from 'neo4j-driver';

const typeDefs = `
type Customer @node { id: ID! city: String tags: [String!]! purchaseCount: Int! totalSpentMinor: BigInt! lastPurchaseAt: DateTime
  orders: [Order!]! @relationship(type: "PLACED", direction: OUT) }
type Order @node { key: ID! isPurchase: Boolean promotion: String status: String placedAt: DateTime
  store: [Store!]! @relationship(type: "AT", direction: OUT) products: [Product!]! @relationship(type: "CONTAINS", direction: OUT) }
type Store @node { code: ID! performance: String }
type Product @node { sku: ID! category: [String!] }`;

interface Modules {
  readonly library: { readonly Neo4jGraphQL: new (options: object) => { getSchema(): Promise<unknown> } };
  readonly graphql: {
    graphql(options: object): Promise<{
      readonly errors?: readonly Error[];
      readonly data?: { readonly customersConnection: { readonly totalCount: number } };
    }>;
  };
}

/** Counts customers by a `where` of @neo4j/graphql; null when it is not installed in `rival/`. */
export async function openRival(driver: Driver): Promise<((where: object) => Promise<number>) | null> {
  const modules = await load();
  if (!modules) return null;
  const schema = await new modules.library.Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const source = 'query Count($where: CustomerWhere) { customersConnection(where: $where) { totalCount } }';
  return async (where) => {
    const contextValue = { executionContext: driver, sessionConfig: { database: 'neo4j' } };
    const { errors, data } = await modules.graphql.graphql({ schema, source, variableValues: { where }, contextValue });
    if (errors?.[0]) throw errors[0];
    return data?.customersConnection.totalCount ?? Number.NaN;
  };
}

async function load(): Promise<Modules | null> {
  const at = (path: string) => new URL(`./rival/node_modules/${path}`, import.meta.url).href;
  try {
    return { library: await import(at('@neo4j/graphql/dist/index.js')), graphql: await import(at('graphql/index.js')) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}
