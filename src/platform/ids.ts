import { monotonicFactory } from 'ulid';

export { compositeKey, splitKey } from './composite-key.ts';

const nextUlid = monotonicFactory();

/** The kinds of objects that `node(id:)` finds. */
export type NodeKind = 'customer' | 'segment' | 'store' | 'staff' | 'product' | 'device' | 'order';

/** A new id: prefix, underscore, ULID. Ids made by one process sort in the order they were made. */
export function newId(prefix: string): string {
  return `${prefix}_${nextUlid()}`;
}

/** A new customer id, never derived from an identifier. */
export function newCustomerId(): string {
  return newId('cus');
}

/** The global id of an object: customers and segments carry their own, others are `kind:key`. */
export function nodeId(kind: NodeKind, key: string): string {
  return kind === 'customer' || kind === 'segment' ? key : `${kind}:${key}`;
}

/** What a global id names, or null when it has no known form. `key` is the id, code, sku, deviceId or composite order key. */
export function parseNodeId(id: string): { kind: NodeKind; key: string } | null {
  if (/^cus_./.test(id)) return { kind: 'customer', key: id };
  if (/^seg_./.test(id)) return { kind: 'segment', key: id };
  const match = /^(store|staff|product|device|order):(.+)$/s.exec(id);
  return match ? { kind: match[1] as NodeKind, key: match[2] as string } : null;
}
