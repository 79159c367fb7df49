import { createHash } from 'node:crypto';

/** JSON with sorted keys: the same content gives the same text, however its keys were ordered. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const content = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(content).sort()) parts.push(`${JSON.stringify(key)}:${canonical(content[key])}`);
  return `{${parts.join(',')}}`;
}

/**
 * A fingerprint of a record's content, 72 bits in 12 characters: it only ever tells versions of one record apart,
 * and the database keeps so short a text inside the node.
 */
export function contentHash(value: unknown): string {
  return createHash('sha1').update(canonical(value)).digest('base64url').slice(0, 12);
}
