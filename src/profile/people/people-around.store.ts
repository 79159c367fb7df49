import type { Database, Query } from '../../platform/neo4j/database.ts';
import { householdTies, referralTies, referredByTies } from './ties.ts';

/** What two customers have in common that makes them a household. */
export interface HouseholdTieRow {
  readonly id: string;
  readonly other: string;
  readonly kind: 'ADDRESS' | 'PHONE' | 'DEVICE';
  readonly value: string;
}

const household: Query = {
  name: 'people.household',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
${householdTies('customer', 'other', '$phoneKinds')} AND other.known
RETURN DISTINCT customer.id AS id, other.id AS other, kind, value`,
};

/** One customer brought another. */
export interface ReferralRow {
  readonly id: string;
  readonly other: string;
  readonly via: 'SHARE' | 'INVITATION';
  readonly at: Date;
}

// Each pair counts once, with the earliest event that tells it.
const earliest = `
WITH customer.id AS id, other.id AS other, via, at
ORDER BY at, via
WITH id, other, head(collect(via)) AS via, min(at) AS at
ORDER BY at, other`;

const referredBy: Query = {
  name: 'people.referredBy',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
${referredByTies('customer', 'other')}${earliest}
RETURN id, other, via, at`,
};

const referrals: Query = {
  name: 'people.referrals',
  text: `
UNWIND $ids AS asked
MATCH (customer:Customer {id: asked})
CALL (customer) {
${referralTies('customer', 'other')}${earliest}
LIMIT $first
RETURN id, other, via, at
}
RETURN id, other, via, at
ORDER BY id, at, other`,
};

export interface PeopleAroundStore {
  /** What the customers have in common with others, each pair and thing once. */
  householdTies(ids: readonly string[]): Promise<HouseholdTieRow[]>;
  /** Whom the customers brought, the earliest first, so many of each. */
  referrals(ids: readonly string[], first: number): Promise<ReferralRow[]>;
  /** Who brought the customers, the earliest first. */
  referredBy(ids: readonly string[]): Promise<ReferralRow[]>;
}

/** @param phoneKinds kinds of identifiers that are phone numbers */
export function createPeopleAroundStore(database: Database, phoneKinds: readonly string[]): PeopleAroundStore {
  const once = (ids: readonly string[]) => [...new Set(ids)];
  return {
    householdTies: (ids) =>
      database.read<HouseholdTieRow & Record<string, unknown>>(household, {
        ids: once(ids),
        phoneKinds,
      }),
    referrals: (ids, first) =>
      database.read<ReferralRow & Record<string, unknown>>(referrals, { ids: once(ids), first }),
    referredBy: (ids) => database.read<ReferralRow & Record<string, unknown>>(referredBy, { ids: once(ids) }),
  };
}
