import { newId } from '../../platform/ids.ts';
import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { CatalogueAspect } from './aspects.ts';

/** What a transaction changed that others must follow. */
export interface ChangeTrace {
  /** By customer id, the bits of `aspects`; also customers that are no more. */
  readonly customers?: ReadonlyMap<string, number>;
  readonly catalogue?: readonly CatalogueAspect[];
}

const create: Query = {
  name: 'changes.trace',
  text: 'CREATE (:ChangeTrace {id: $id, at: $now, customers: $customers, aspects: $aspects, catalogue: $catalogue})',
};

/**
 * Leaves a trace of what a transaction changed, in that transaction: one node without ties, so that writers do not wait for each
 * other. Whoever follows (live segments) takes it away when done.
 */
export async function leaveTrace(transaction: Transaction, trace: ChangeTrace, now: Date): Promise<void> {
  const { customers = new Map<string, number>(), catalogue = [] } = trace;
  if (customers.size === 0 && catalogue.length === 0) return;
  const parameters = { customers: [...customers.keys()], aspects: [...customers.values()], catalogue };
  await transaction.run(create, { id: newId('chg'), now, ...parameters });
}
