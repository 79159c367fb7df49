/** The shapes the demo writes: plain objects in the form of `RecordInput`, and the truth behind them. */

export type Source = 'pos' | 'wechat' | 'mini_program' | 'tmall' | 'jd' | 'site' | 'crm';
export type Channel = 'store' | 'mini_program' | 'tmall' | 'jd' | 'site';
export type StoreFormat = 'flagship' | 'mall' | 'outlet';
export type OrderStatus = 'PENDING' | 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'CANCELLED';

export interface DemoIdentifier {
  kind: string;
  value: string;
  scope?: string;
}

export interface DemoStore {
  code: string;
  name: string;
  format: StoreFormat;
  city: string;
  province: string;
  country: string;
  region: string;
  openedOn: string;
  tags: string[];
  updatedAt: string;
}

export interface DemoStaff {
  code: string;
  name: string;
  store?: string;
  manager?: string;
  title: string;
  hiredOn: string;
  tags: string[];
  updatedAt: string;
}

export interface DemoProduct {
  sku: string;
  name: string;
  category: string[];
  brand: string;
  price: { amount: string; currency: string };
  tags: string[];
  attributes: Record<string, unknown>;
  updatedAt: string;
}

export interface DemoAddress {
  line?: string;
  district?: string;
  city: string;
  province: string;
  country: string;
}

export interface DemoProfile {
  displayName?: string;
  givenName?: string;
  familyName?: string;
  gender?: 'FEMALE' | 'MALE' | 'UNKNOWN';
  birthDate?: string;
  language?: string;
  address?: DemoAddress;
  attributes?: Record<string, unknown>;
}

export interface DemoCustomer {
  source: Source;
  recordId: string;
  observedAt: string;
  provenance?: 'FIRST_PARTY' | 'SECOND_PARTY';
  identifiers: DemoIdentifier[];
  profile?: DemoProfile;
  tags?: string[];
}

export interface DemoCustomerRef {
  identifiers?: DemoIdentifier[];
  record?: { source: Source; recordId: string };
}

export interface DemoOrderLine {
  sku: string;
  quantity: number;
  unitPrice: string;
  discount?: string;
}

export interface DemoOrder {
  source: Source;
  number: string;
  placedAt: string;
  status: OrderStatus;
  currency: string;
  channel: Channel;
  promotion?: string;
  store?: string;
  staff?: string;
  customer: DemoCustomerRef;
  lines: DemoOrderLine[];
  total?: string;
  refunded?: string;
  updatedAt?: string;
}

export interface DemoEvent {
  source: Source;
  eventId: string;
  name: string;
  occurredAt: string;
  customer: DemoCustomerRef;
  device?: { deviceId: string; platform?: string; model?: string };
  channel: string;
  store?: string;
  sku?: string;
  properties?: Record<string, unknown>;
}

/** One line of `demo.ndjson`: exactly one key, in the shape of `RecordInput`. */
export type DemoRecord =
  | { store: DemoStore }
  | { staff: DemoStaff }
  | { product: DemoProduct }
  | { customer: DemoCustomer }
  | { order: DemoOrder }
  | { event: DemoEvent };

/** Why a source record is hard to match, or matches wrongly. */
export type Fault = 'mistyped-phone' | 'junk-phone' | 'junk-email' | 'shared-phone' | 'second-phone' | 'old-address';

/**
 * Whose source record it is. Records of one person with the same `group` hang together by what they state (strong
 * identifiers, after normalising); a person with a second group was seen there with nothing that leads to the first.
 */
export interface TruthRecord {
  kind: 'record';
  person: string;
  source: Source;
  recordId: string;
  group: number;
  faults: Fault[];
}

/**
 * Who stands behind a device or cookie. `person` is null when several people use it; a visitor who never became a
 * customer has an id that starts with `v-`. `handedOver`: exactly one known customer states it, so that what was done
 * on it anonymously is theirs.
 */
export interface TruthDevice {
  kind: 'device';
  person: string | null;
  identifier: DemoIdentifier;
  handedOver: boolean;
}

/** Who a person is, and what they really bought (PAID or PARTIALLY_REFUNDED, less what was refunded, in CNY). */
export interface TruthPerson {
  kind: 'person';
  person: string;
  displayName: string;
  phone: string;
  email: string;
  sharesPhoneWith: string | null;
  purchaseCount: number;
  totalSpent: string;
}

export type TruthEntry = TruthRecord | TruthDevice | TruthPerson;

/** What belongs together and is made together: one household, or the catalogue. */
export interface Batch {
  records: DemoRecord[];
  truth: TruthEntry[];
}

export interface DemoOptions {
  /** How many people; the first two are always Ms Lin and her friend. */
  customers: number;
  /** Any safe integer. The same seed, size and `until` give the same bytes. */
  seed: number;
  /** The latest instant anything may happen at. */
  until: Date;
}
