import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AuthSettings } from '../../../platform/config.ts';
import { DomainError } from '../../../platform/errors.ts';
import { readInstant } from '../arguments.ts';

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** In a query string the object is JSON text. */
const parameters = z.preprocess(
  (given) => (typeof given === 'string' ? parseJson(given) : given),
  z.record(z.string(), z.unknown(), 'must be a JSON object with a value for each name'),
);

const shape = z.strictObject({
  segment: z.string().optional(),
  rule: z.string().optional(),
  filter: z.record(z.string(), z.unknown()).optional(),
  parameters: parameters.optional(),
  format: z.enum(['csv', 'ndjson']).default('csv'),
  columns: z.string().optional(),
  asOf: z.string().optional(),
  includeHoldout: flag.default(false),
  bom: flag.default(false),
  formulas: flag.default(false),
});

/**
 * What an export is asked for, from a query string or a JSON body.
 * @throws DomainError BAD_USER_INPUT naming the argument that is wrong
 */
export function readExportRequest(given: unknown) {
  const read = shape.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const argument = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
    throw new DomainError('BAD_USER_INPUT', `${String(argument ?? 'The request')}: ${issue?.message}.`, { argument });
  }
  const { format, asOf, ...rest } = read.data;
  return {
    ...rest,
    format: format.toUpperCase() as Uppercase<typeof format>,
    asOf: readInstant('asOf', asOf, null),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Who sends a request, as far as tokens tell: the beginning of the token's SHA-256, never the token. */
export function actorOf(auth: AuthSettings, authorization: string | undefined): string {
  if (auth.kind === 'none') return 'anyone';
  const token = (authorization ?? '').replace(/^Bearer +/i, '').trim();
  return `token ${createHash('sha256').update(token).digest('hex').slice(0, 12)}`;
}
