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

/** A fingerprint of a record's content, 27 characters. */
export function contentHash(value: unknown): string {
  return createHash('sha1').update(canonical(value)).digest('base64url');
}
