import { latestVersions } from './latest-versions.ts';
import { exclusiveKinds, normaliseIdentifier } from './normalise.ts';
import type { CustomerRefJson, IdentifierJson, RecordJson } from './record-input.ts';
import { resolve } from './resolve.ts';

/** A person has at most so many values of a kind before identity rules begin to refuse joins. */
const mostOfOneKind = 5;

/**
 * Takes out identifiers that would make a person break a limit of the identity rules (two member numbers of one brand,
 * six phones), as the reference does not model refused joins. Taking out only ever parts people, so once is enough.
 */
export function keepApart(records: readonly RecordJson[]): RecordJson[] {
  const tooMany = new Set<string>();
  for (const { identifiers } of resolve(latestVersions(records))) {
    const held = new Map<string, number>();
    for (const { kind, scope, key, strong } of identifiers) {
      if (!strong) continue;
      const slot = exclusiveKinds.includes(kind) ? `${kind}|${scope}` : kind;
      held.set(slot, (held.get(slot) ?? 0) + 1);
      if ((held.get(slot) ?? 0) > (exclusiveKinds.includes(kind) ? 1 : mostOfOneKind)) tooMany.add(key);
    }
  }
  const allowed = (stated: IdentifierJson): boolean => !tooMany.has(normaliseIdentifier(stated)?.key ?? '');
  return records.map((record) => without(record, allowed));
}

function without(record: RecordJson, allowed: (stated: IdentifierJson) => boolean): RecordJson {
  if ('customer' in record) {
    return { customer: { ...record.customer, identifiers: record.customer.identifiers.filter(allowed) } };
  }
  if ('order' in record) return { order: { ...record.order, customer: referring(record.order.customer, allowed) } };
  if ('event' in record) return { event: { ...record.event, customer: referring(record.event.customer, allowed) } };
  return record;
}

function referring(ref: CustomerRefJson, allowed: (stated: IdentifierJson) => boolean): CustomerRefJson {
  if (!ref.identifiers) return ref;
  const identifiers = ref.identifiers.filter(allowed);
  // a reference must name something, so one that has nothing left names what links nobody
  return { ...ref, identifiers: identifiers.length > 0 ? identifiers : [{ kind: 'phone', value: 'unknown' }] };
}
