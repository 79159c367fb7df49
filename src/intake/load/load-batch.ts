import type { Transaction } from '../../platform/neo4j/database.ts';
import type { Derivation } from '../changes/derivations.ts';
import { claimIdentifiers } from '../identity/claim-identifiers.store.ts';
import type { ReadLinkKey } from '../identity/linking/link-limits.ts';
import { keyAt, type Periods } from '../identity/owner-periods.ts';
import { stitch } from '../identity/stitch.ts';
import type { Fact, PersonalFact } from '../records/facts.ts';
import { gatherPersonal } from './gather-personal.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { RecordFault } from './record-fault.ts';
import { settleCustomers } from './settle-customers.ts';
import { writePersonal } from './write-personal.ts';

/** What became of a batch. */
export interface BatchOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly customersCreated: number;
  readonly customersMerged: number;
  readonly warnings: readonly RecordFault[];
  /** Stores and staff whose sales may have changed, for what is derived from them. */
  readonly storeCodes: readonly string[];
  readonly staffCodes: readonly string[];
}

const isPersonal = (fact: Fact): fact is PersonalFact =>
  fact.type === 'customer' || fact.type === 'order' || fact.type === 'event';

/** Facts that name identifiers which changed hands, under the keys that these had when the facts were seen. */
function inPeriods(facts: readonly PersonalFact[], periods: Periods): readonly PersonalFact[] {
  if (periods.size === 0) return facts;
  return facts.map((fact) => ({ ...fact, strongKeys: fact.strongKeys.map((key) => keyAt(key, fact.seenAt, periods)) }));
}

/**
 * Writes a batch of facts in the given transaction, whatever the batch holds in a few dozen statements at most:
 * stores, staff and products; identifiers and facts claimed; versions chosen; customers stitched; facts written;
 * figures, golden records and what is derived of the customers touched brought up to date. Repeatable, as the driver may run it again.
 */
export async function loadBatch(
  transaction: Transaction,
  facts: readonly Fact[],
  readKey: ReadLinkKey,
  derivations: readonly Derivation[],
  now: Date,
): Promise<BatchOutcome> {
  const personal = facts.filter(isPersonal);
  const catalogue = await loadCatalogue(transaction, facts, now);
  const claimed = await claimIdentifiers(transaction, personal);
  const { periods } = claimed;
  const loaded = await gatherPersonal(transaction, inPeriods(personal, periods), periods);
  const { evidence, dissolved, reopened } = loaded;
  const stitched = await stitch(transaction, { evidence, dissolved, reopened, claimed, readKey, now });
  await writePersonal(transaction, loaded, stitched.placements, now);
  await settleCustomers(transaction, stitched, derivations, now);
  return {
    created: catalogue.created + loaded.created,
    updated: catalogue.updated + loaded.updated,
    unchanged: catalogue.unchanged + loaded.unchanged,
    customersCreated: stitched.customersCreated,
    customersMerged: stitched.customersMerged,
    warnings: [...catalogue.warnings, ...loaded.warnings],
    storeCodes: [...new Set([...catalogue.storeCodes, ...loaded.storeCodes])],
    staffCodes: [...new Set([...catalogue.staffCodes, ...loaded.staffCodes])],
  };
}
