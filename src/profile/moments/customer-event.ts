import { readInstant, readJson, readOptionalText, readText } from '../../catalogue/read-properties.ts';
import type { Row } from '../../platform/neo4j/database.ts';

/** Something that a customer did, as the graph keeps it. */
export interface CustomerEventRow {
  readonly source: string;
  readonly eventId: string;
  readonly name: string;
  readonly occurredAt: Date;
  readonly channel: string | null;
  /** Where, and what about: keys of the catalogue. */
  readonly storeCode: string | null;
  readonly sku: string | null;
  /** As the source sent it; null where it sent nothing. */
  readonly properties: unknown;
}

/** What is read of an event, with its store and product. */
export const eventShape = (
  event: string,
) => `${event} {.key, .source, .eventId, .name, .occurredAt, .channel, .properties,
    storeCode: COLLECT { MATCH (${event})-[:HAPPENED_AT]->(store) RETURN store.code }[0],
    sku: COLLECT { MATCH (${event})-[:ABOUT]->(product) RETURN product.sku }[0]}`;

/** Reads what `eventShape` gives. */
export function eventFromNode(properties: Row): CustomerEventRow {
  return {
    source: readText(properties, 'source'),
    eventId: readText(properties, 'eventId'),
    name: readText(properties, 'name'),
    occurredAt: readInstant(properties, 'occurredAt'),
    channel: readOptionalText(properties, 'channel'),
    storeCode: readOptionalText(properties, 'storeCode'),
    sku: readOptionalText(properties, 'sku'),
    properties: readJson(properties, 'properties') ?? null,
  };
}

/** A text among the properties of an event; null where there is none. */
export function textOf(event: CustomerEventRow, name: string): string | null {
  const value = propertyOf(event, name);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A number among them, also one that was sent as text. */
export function numberOf(event: CustomerEventRow, name: string): number | null {
  const text = textOf(event, name);
  return text !== null && Number.isFinite(Number(text)) ? Number(text) : null;
}

function propertyOf({ properties }: CustomerEventRow, name: string): unknown {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return undefined;
  return Object.hasOwn(properties, name) ? (properties as Record<string, unknown>)[name] : undefined;
}
