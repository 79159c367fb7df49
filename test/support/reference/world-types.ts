import type { Big } from 'big.js';
import type { Figures } from './figures.ts';
import type { Golden } from './golden.ts';
import type { Facts } from './latest-versions.ts';
import type { OrderStatusName } from './record-input.ts';
import type { Resolved } from './resolve.ts';
import type { Settings } from './settings.ts';

export type Band = 'LOW' | 'MEDIUM' | 'HIGH';

export interface Store {
  code: string;
  name: string | null;
  format: string | null;
  city: string | null;
  province: string | null;
  region: string | null;
  tags: string[];
  revenue: Big;
  performance: Band | null;
}

export interface Staff {
  code: string;
  name: string | null;
  title: string | null;
  tags: string[];
  store: Store | null;
  manager: Staff | null;
  revenue: Big;
  performance: Band | null;
}

export interface Product {
  sku: string;
  name: string | null;
  category: string[];
  brand: string | null;
  /** In the reporting currency, as all money here. */
  price: Big | null;
  tags: string[];
}

export interface Line {
  product: Product;
  quantity: number;
  unitPrice: Big;
  /** Quantity × price − discount. */
  total: Big;
  /** There was a discount on it. */
  isReduced: boolean;
}

export interface Order {
  key: string;
  source: string;
  number: string;
  placedAt: Date;
  status: OrderStatusName;
  isPurchase: boolean;
  channel: string | null;
  promotion: string | null;
  total: Big;
  net: Big;
  store: Store | null;
  staff: Staff | null;
  lines: Line[];
  /** Whose it is; null for nobody's. */
  customer: Person | null;
}

export interface Device {
  deviceId: string;
  platform: string | null;
  model: string | null;
}

export interface Event {
  key: string;
  source: string;
  name: string;
  occurredAt: Date;
  channel: string | null;
  store: Store | null;
  product: Product | null;
  customer: Person | null;
  /** Of what was shared, or opened. */
  shareId: string | null;
  /** Key of an identifier of who invited. */
  invitedBy: string | null;
  /** Of a review that was read: its key, whether it is there or not. */
  reviewKey: string | null;
}

export interface Person extends Resolved, Golden, Figures {
  tags: string[];
  orderObjects: Order[];
  eventObjects: Event[];
  devices: Device[];
}

/** Everything that a set of facts says, worked out anew from the first fact to the last. */
export interface World {
  settings: Settings;
  facts: Facts;
  stores: Map<string, Store>;
  staff: Map<string, Staff>;
  products: Map<string, Product>;
  orders: Map<string, Order>;
  events: Map<string, Event>;
  devices: Map<string, Device>;
  persons: Person[];
}
