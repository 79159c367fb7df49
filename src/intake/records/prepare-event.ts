import type { EventRecord } from '../../platform/generated/schema-types.ts';
import { compositeKey } from '../../platform/ids.ts';
import { contentHash } from './content-hash.ts';
import type { EventFact } from './facts.ts';
import { instant, type PrepareContext, plain } from './prepare-context.ts';
import { prepareIdentifiers, sentOf } from './prepare-person.ts';
import { readReferral } from './read-referral.ts';
import { readReview } from './read-review.ts';

/** The identifier kind under which a device carries anonymous activity. */
const DEVICE_KIND = 'device_id';

/** Something that a person, or an unknown person on a device, did. */
export function prepareEvent(record: EventRecord, context: PrepareContext): EventFact {
  const occurredAt = instant(record.occurredAt);
  const { device } = record;
  const identifiers = record.customer.identifiers ?? [];
  const path = ['event', 'customer'];
  const evidence = prepareIdentifiers(identifiers, [...path, 'identifiers'], context);
  const onDevice = device
    ? prepareIdentifiers([{ kind: DEVICE_KIND, value: device.deviceId }], ['event', 'device', 'deviceId'], context)
    : null;
  if (!record.customer.record && identifiers.length === 0 && !device)
    context.fault(
      'NO_CUSTOMER_REFERENCE',
      'Say whose it is: give identifiers, a device, or the source record of the customer.',
      path,
    );
  return {
    type: 'event',
    index: context.index,
    key: compositeKey(record.source, record.eventId),
    version: occurredAt,
    contentHash: contentHash(record),
    seenAt: occurredAt,
    source: record.source,
    identifiers: evidence.identifiers,
    strongKeys: evidence.strongKeys,
    weakKeys: [...new Set([...evidence.weakKeys, ...(onDevice?.weakKeys ?? [])])],
    sent: sentOf([...evidence.identifiers, ...(onDevice?.identifiers ?? [])]),
    recordKey: record.customer.record
      ? compositeKey(record.customer.record.source, record.customer.record.recordId)
      : null,
    store: record.store ?? null,
    sku: record.sku ?? null,
    device:
      device && onDevice?.weakKeys.length
        ? { deviceId: device.deviceId, platform: plain(device.platform), model: plain(device.model) }
        : null,
    deviceIdentifier: onDevice?.identifiers[0] ?? null,
    isPoints: false,
    properties: {
      source: record.source,
      eventId: record.eventId,
      name: record.name,
      occurredAt,
      channel: plain(record.channel),
      properties: record.properties === undefined ? null : JSON.stringify(record.properties),
      ...readReferral(record.properties, context.identifiers),
      ...(record.name.startsWith('review') && readReview(record)),
    },
  };
}
