/** The facts of an import file as plain JSON, written down from the input types of the public schema. */

export interface MoneyJson {
  amount: string;
  currency: string;
}

export interface IdentifierJson {
  kind: string;
  value: string;
  scope?: string;
}

export interface StoreFact {
  code: string;
  name?: string;
  format?: string;
  city?: string;
  province?: string;
  country?: string;
  region?: string;
  openedOn?: string;
  tags?: string[];
  updatedAt?: string;
}

export interface StaffFact {
  code: string;
  name?: string;
  store?: string;
  manager?: string;
  title?: string;
  hiredOn?: string;
  tags?: string[];
  updatedAt?: string;
}

export interface ProductFact {
  sku: string;
  name?: string;
  category?: string[];
  brand?: string;
  price?: MoneyJson;
  tags?: string[];
  updatedAt?: string;
}

export interface AddressJson {
  line?: string;
  district?: string;
  city?: string;
  province?: string;
  country?: string;
  postalCode?: string;
}

export interface ProfileJson {
  displayName?: string;
  givenName?: string;
  familyName?: string;
  gender?: 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';
  birthDate?: string;
  language?: string;
  address?: AddressJson;
}

export interface CustomerFact {
  source: string;
  recordId: string;
  observedAt: string;
  provenance?: 'FIRST_PARTY' | 'SECOND_PARTY' | 'THIRD_PARTY';
  identifiers: IdentifierJson[];
  profile?: ProfileJson;
  tags?: string[];
}

export interface CustomerRefJson {
  identifiers?: IdentifierJson[];
  record?: { source: string; recordId: string };
}

export interface OrderLineJson {
  sku: string;
  quantity: number;
  unitPrice: string;
  discount?: string;
}

export type OrderStatusName = 'PENDING' | 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'CANCELLED';

export interface OrderFact {
  source: string;
  number: string;
  placedAt: string;
  status?: OrderStatusName;
  currency: string;
  channel?: string;
  promotion?: string;
  store?: string;
  staff?: string;
  customer: CustomerRefJson;
  lines: OrderLineJson[];
  total?: string;
  refunded?: string;
  updatedAt?: string;
}

export interface EventFact {
  source: string;
  eventId: string;
  name: string;
  occurredAt: string;
  customer: CustomerRefJson;
  device?: { deviceId: string; platform?: string; model?: string };
  channel?: string;
  store?: string;
  sku?: string;
  properties?: { shareId?: string; invitedBy?: IdentifierJson; reviewId?: string; reviewSource?: string };
}

/** One fact: exactly one key, as in a line of an import file. */
export type RecordJson =
  | { store: StoreFact }
  | { staff: StaffFact }
  | { product: ProductFact }
  | { customer: CustomerFact }
  | { order: OrderFact }
  | { event: EventFact };
