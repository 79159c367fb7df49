import type { Database, Query } from '../../platform/neo4j/database.ts';

/** What two customers have in common that makes them a household. */
export interface HouseholdTieRow {
  readonly id: string;
  readonly other: string;
  readonly kind: 'ADDRESS' | 'PHONE' | 'DEVICE';
  readonly value: string;
}

// A place where more people are than $most is an office, a till or a dormitory, and tells nothing.
const household: Query = {
  name: 'people.household',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  WITH customer WHERE customer.addressLine IS NOT NULL AND customer.city IS NOT NULL
  MATCH (there:Customer {addressLine: customer.addressLine, city: customer.city})
  WITH customer, there LIMIT $most + 1
  WITH customer, collect(there) AS people
  RETURN people, 'ADDRESS' AS kind, customer.addressLine + ', ' + customer.city AS value
  UNION ALL
  MATCH (customer)-[:USES]->(device:Device)
  CALL (device) {
    MATCH (device)<-[:USES]-(there:Customer)
    WITH there LIMIT $most + 1
    RETURN collect(there) AS people
  }
  RETURN people, 'DEVICE' AS kind, device.deviceId AS value
  UNION ALL
  MATCH (customer)-[:HAS_RECORD]->(:SourceRecord)-[:STATES]->(phone:Identifier)
  WHERE phone.kind IN $phoneKinds
  WITH DISTINCT phone
  CALL (phone) {
    MATCH (phone)<-[:STATES]-(:SourceRecord)<-[:HAS_RECORD]-(there:Customer)
    WITH DISTINCT there LIMIT $most + 1
    RETURN collect(there) AS people
  }
  RETURN people, 'PHONE' AS kind, phone.value AS value
}
WITH id, people, kind, value
WHERE size(people) <= $most
UNWIND people AS other
WITH id, other, kind, value
WHERE other.known AND other.id <> id
RETURN DISTINCT id, other.id AS other, kind, value`,
};

/** One customer brought another. */
export interface ReferralRow {
  readonly id: string;
  readonly other: string;
  readonly via: 'SHARE' | 'INVITATION';
  readonly at: Date;
}

const earliest = `
WITH id, other, via, at
WHERE other <> id
WITH id, other, via, at ORDER BY at, via
WITH id, other, head(collect(via)) AS via, min(at) AS at
ORDER BY at, other`;

const referredBy: Query = {
  name: 'people.referredBy',
  text: `
UNWIND $ids AS id
MATCH (:Customer {id: id})-[:PERFORMED]->(opened:Event)
WHERE opened.invitedBy IS NOT NULL OR (opened.shareId IS NOT NULL AND opened.name <> 'share')
CALL (opened) {
  WITH opened WHERE opened.shareId IS NOT NULL AND opened.name <> 'share'
  MATCH (shared:Event {shareId: opened.shareId})
  WHERE shared.name = 'share'
  MATCH (referrer:Customer)-[:PERFORMED]->(shared)
  RETURN referrer, 'SHARE' AS via
  UNION
  MATCH (identifier:Identifier {key: opened.invitedBy})
  WHERE COUNT { (identifier)-[:IDENTIFIES]->(:Customer) } = 1
  MATCH (identifier)-[:IDENTIFIES]->(referrer:Customer)
  RETURN referrer, 'INVITATION' AS via
}
WITH id, referrer.id AS other, via, opened.occurredAt AS at${earliest}
RETURN id, other, via, at`,
};

const referrals: Query = {
  name: 'people.referrals',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (id, customer) {
  CALL (customer) {
    MATCH (customer)-[:PERFORMED]->(shared:Event {name: 'share'})
    WHERE shared.shareId IS NOT NULL
    MATCH (opened:Event {shareId: shared.shareId})
    WHERE opened.name <> 'share'
    RETURN opened, 'SHARE' AS via
    UNION
    MATCH (customer)<-[:IDENTIFIES]-(identifier:Identifier)
    WHERE COUNT { (identifier)-[:IDENTIFIES]->(:Customer) } = 1
    MATCH (opened:Event {invitedBy: identifier.key})
    RETURN opened, 'INVITATION' AS via
  }
  MATCH (friend:Customer)-[:PERFORMED]->(opened)
  WITH id, friend.id AS other, via, opened.occurredAt AS at${earliest}
  LIMIT $first
  RETURN other, via, at
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

/** More customers than these on one device, phone or address are no household. */
export const MOST_TOGETHER = 8;

/** @param phoneKinds kinds of identifiers that are phone numbers */
export function createPeopleAroundStore(database: Database, phoneKinds: readonly string[]): PeopleAroundStore {
  const once = (ids: readonly string[]) => [...new Set(ids)];
  return {
    householdTies: (ids) =>
      database.read<HouseholdTieRow & Record<string, unknown>>(household, {
        ids: once(ids),
        most: MOST_TOGETHER,
        phoneKinds,
      }),
    referrals: (ids, first) =>
      database.read<ReferralRow & Record<string, unknown>>(referrals, { ids: once(ids), first }),
    referredBy: (ids) => database.read<ReferralRow & Record<string, unknown>>(referredBy, { ids: once(ids) }),
  };
}
