import { buildIdentityRules } from '../../src/intake/identity/identity-rules.ts';
import {
  createIdentityDecisionsService,
  type IdentityDecisionsService,
} from '../../src/intake/identity-decisions.service.ts';
import { createIngestService, type IngestService } from '../../src/intake/ingest.service.ts';
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts';
import type { Database, Query } from '../../src/platform/neo4j/database.ts';

/** An ingest service on a test database, counting in CNY with a rate for USD, and the decisions of people under the same rules. */
export function createTestIngest(
  database: Database,
  batchSize?: number,
  rules: object = {},
  partFrom?: number,
): { service: IngestService; decisions: IdentityDecisionsService; clock: FixedClock } {
  const clock = fixedClock('2026-07-01T00:00:00Z');
  const identityRules = buildIdentityRules(rules, 'the rules of the test');
  const service = createIngestService({
    database,
    clock,
    rules: identityRules,
    money: { currency: 'CNY', currencyRates: { USD: '7.10' } },
    afterIngest: async () => undefined,
    batchSize,
    partFrom,
  });
  const decisions = createIdentityDecisionsService({
    database,
    clock,
    rules: identityRules,
    afterDecision: () => undefined,
  });
  return { service, decisions, clock };
}

const dump: Query = {
  name: 'test.dumpCustomers',
  text: `
MATCH (customer:Customer)
RETURN customer.id AS id, customer.known AS known, customer.purchaseCount AS purchaseCount,
  customer.totalSpentMinor AS totalSpentMinor, customer.displayName AS displayName, customer.tags AS tags,
  COLLECT { MATCH (customer)-[:HAS_RECORD]->(record) RETURN record.key ORDER BY record.key } AS records,
  COLLECT { MATCH (customer)-[:PLACED]->(order) RETURN order.key ORDER BY order.key } AS orders,
  COLLECT { MATCH (customer)-[:PERFORMED]->(event) RETURN event.key ORDER BY event.key } AS events,
  COLLECT { MATCH (customer)<-[:IDENTIFIES]-(identifier) RETURN DISTINCT identifier.key AS key ORDER BY key } AS identifiers,
  COLLECT { MATCH (customer)-[:USES]->(device) RETURN device.deviceId AS id ORDER BY id } AS devices`,
};

export interface DumpedCustomer {
  id: string;
  known: boolean;
  purchaseCount: number;
  totalSpentMinor: number;
  displayName: string | null;
  tags: string[];
  records: string[];
  orders: string[];
  events: string[];
  identifiers: string[];
  devices: string[];
}

/** Every living customer with what belongs to it, in an order that does not depend on ids. */
export async function dumpCustomers(database: Database): Promise<DumpedCustomer[]> {
  const rows = await database.read<DumpedCustomer>(dump);
  const name = ({ records, orders, events, identifiers }: DumpedCustomer) =>
    JSON.stringify([records, orders, events, identifiers]);
  return rows.sort((one, other) => (name(one) < name(other) ? -1 : 1));
}
