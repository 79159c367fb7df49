import { type AttributeOrigin, type RecordProfile, survive } from '../../intake/identity/golden-record.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LifecycleRules } from '../lifecycle/lifecycle-rules.ts';
import { type LifecycleStage, stageOf } from '../lifecycle/stages.ts';
import type { CustomerRow } from './customer-row.ts';
import type { CustomersStore } from './customers.store.ts';
import type { EvidenceStore } from './evidence.store.ts';
import type { SourceRecordRow } from './evidence-rows.ts';

/** An identifier as a caller states it. */
export interface IdentifierQuery {
  readonly kind: string;
  readonly value: string;
  readonly scope?: string | null;
}

/**
 * Key of the Identifier node that a stated identifier means, or null when it identifies nobody (junk, not a phone number, …).
 * @throws DomainError UNKNOWN_IDENTIFIER_KIND that names the known kinds
 */
export type NormaliseIdentifier = (kind: string, value: string, scope?: string | null) => string | null;

export interface CustomersServiceDeps {
  readonly customers: CustomersStore;
  readonly evidence: EvidenceStore;
  readonly normaliseIdentifier: NormaliseIdentifier;
  readonly clock: Clock;
  readonly lifecycle: LifecycleRules;
}

/**
 * Customers and what is known of them. Batch calls take one statement, whatever the number of ids, and give one result for
 * every id, in that order. Only `customersById` follows the ids of customers that were merged away.
 */
export interface CustomersService extends EvidenceStore {
  /** Null for an id that is not known; the living survivor for the id of a customer that was merged away. */
  customersById(ids: readonly string[]): Promise<(CustomerRow | null)[]>;
  /**
   * The one customer that an identifier leads to; null when there is none, or when it is weak and leads to several.
   * @throws DomainError UNKNOWN_IDENTIFIER_KIND
   */
  customerByIdentifier(identifier: IdentifierQuery): Promise<CustomerRow | null>;
  /** customerByIdentifier for many, in one statement. */
  customersByIdentifier(identifiers: readonly IdentifierQuery[]): Promise<(CustomerRow | null)[]>;
  /** Where each value of the golden record came from, by the rule that made it; sorted by name. */
  attributesOf(ids: readonly string[]): Promise<AttributeOrigin[][]>;
  /** The customer's stage at an instant (default: now), by the figures as they are today. */
  lifecycleStage(customer: CustomerRow, at?: Date): LifecycleStage;
}

export function createCustomersService(deps: CustomersServiceDeps): CustomersService {
  const { customers, evidence, normaliseIdentifier, clock, lifecycle } = deps;

  async function customersByIdentifier(identifiers: readonly IdentifierQuery[]): Promise<(CustomerRow | null)[]> {
    const keys = identifiers.map(({ kind, value, scope }) => normaliseIdentifier(kind, value, scope));
    const usable = keys.filter((key) => key !== null);
    if (usable.length === 0) return keys.map(() => null);
    const found = await customers.byIdentifierKey(usable);
    const byKey = new Map(usable.map((key, index) => [key, found[index] ?? null]));
    return keys.map((key) => (key === null ? null : (byKey.get(key) ?? null)));
  }

  return {
    ...evidence,
    customersById: (ids) => customers.byId(ids),
    customersByIdentifier,
    async customerByIdentifier(identifier) {
      const [customer] = await customersByIdentifier([identifier]);
      return customer ?? null;
    },
    async attributesOf(ids) {
      const recordLists = await evidence.recordsOf(ids);
      return recordLists.map((records) => [...survive(records.map(recordProfileOf)).origins]);
    },
    lifecycleStage: (customer, at) => stageOf(customer, at ?? clock.now(), lifecycle),
  };
}

/** A source record as the survivorship rule takes it. The profile was checked when it was taken in. */
function recordProfileOf(record: SourceRecordRow): RecordProfile {
  const { source, recordId, provenance, observedAt, tags, tagTerms } = record;
  const profile = record.profile as RecordProfile['profile'];
  return { source, recordId, provenance, observedAt, tags, tagTerms, profile };
}
