import type { EvidenceType } from '../../intake/identity/evidence.ts';
import { splitKey } from '../../platform/ids.ts';
import type { FactRef } from './identity-evidence.ts';

const types: Readonly<Record<EvidenceType, FactRef['type']>> = { customer: 'RECORD', order: 'ORDER', event: 'EVENT' };

/** A fact by its type and key. */
export function factRef(type: EvidenceType, key: string): FactRef {
  const [source = '', id = ''] = splitKey(key);
  return { type: types[type], source, id };
}

/** A fact by its name `type:key`; null for another text. */
export function factRefOf(node: string | null): FactRef | null {
  const [, type, key] = /^(customer|order|event):(.+)$/s.exec(node ?? '') ?? [];
  return type && key ? factRef(type as EvidenceType, key) : null;
}

/** The fact in words, e.g. `record 17 of crm`. */
export function nameFact({ type, source, id }: FactRef): string {
  return `${type.toLowerCase()} ${id} of ${source}`;
}

/** An identifier by its key. */
export function namedIdentifier(key: string): { kind: string; scope: string | null; value: string } {
  const [kind = '', scope = '', value = ''] = splitKey(key);
  return { kind, scope: scope || null, value };
}

/** The same of a key that may be that of something else (a source record), or missing: then null. */
export function identifierOf(key: string | null): ReturnType<typeof namedIdentifier> | null {
  return key !== null && splitKey(key).length >= 3 ? namedIdentifier(key) : null;
}

/** The identifier in words, e.g. `phone +8613800138000` or `member_number 7 (brand)`. */
export function nameIdentifier(key: string): string {
  const { kind, scope, value } = namedIdentifier(key);
  return `${kind} ${value}${scope === null ? '' : ` (${scope})`}`;
}
