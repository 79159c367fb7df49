import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DomainError } from '../../platform/errors.ts';
import { parseDuration } from '../../platform/time.ts';
import defaults from './default-identity-rules.json' with { type: 'json' };
import { type LinkLimits, readLimits } from './linking/link-limits.ts';

const normalisers = ['phone', 'email', 'digits', 'trim', 'upper', 'none'] as const;
export type Normaliser = (typeof normalisers)[number];

const positiveInteger = z.number().int().positive();
const kindShape = z.strictObject({
  normaliser: z.enum(normalisers),
  strength: z.enum(['strong', 'weak']),
  priority: z.number().int().optional(),
  exclusive: z.boolean().optional(),
  maxPerCustomer: positiveInteger.optional(),
  window: z
    .string()
    .refine((text) => parseDuration(text) !== null, 'an ISO 8601 duration such as "P30D"')
    .optional(),
  sharedAbove: positiveInteger.optional(),
  defaultScope: z.string().optional(),
  scoped: z.boolean().optional(),
});
const pattern = z.string().refine(isRegularExpression, 'a regular expression');
const fileShape = z.strictObject({
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a two-letter country code such as "CN"')
    .optional(),
  kinds: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'a kind in lower case'), kindShape).optional(),
  blocked: z.strictObject({ values: z.array(z.string()).optional(), patterns: z.array(pattern).optional() }).optional(),
  possibleMatches: z
    .strictObject({
      reviewAbove: z.number().min(0).max(1).nullable().optional(),
      acceptAbove: z.number().min(0).max(1).nullable().optional(),
    })
    .optional(),
});

/** What is declared of one identifier kind. */
export interface IdentifierKind {
  readonly normaliser: Normaliser;
  /** strong: joins records into one customer; weak: only carries anonymous activity. */
  readonly strength: 'strong' | 'weak';
  /** The scope of a value that was sent without one. */
  readonly defaultScope: string;
  /** False for values that mean the same everywhere (a phone number): a scope that is sent is ignored. */
  readonly scoped: boolean;
  /** What limits joining by it. */
  readonly limits: LinkLimits;
}

/** The identity rules in force. */
export interface IdentityRules {
  readonly defaultCountry: string;
  readonly kinds: ReadonlyMap<string, IdentifierKind>;
  readonly blockedValues: ReadonlySet<string>;
  readonly blockedPatterns: readonly RegExp[];
  /** Settings of the file that are understood but not yet acted upon; the server says so when it starts. */
  readonly notYetEnforced: readonly string[];
}

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

function refuse(file: string, problems: readonly string[]): never {
  throw new DomainError(
    'INVALID_IDENTITY_RULES',
    `The identity rules in ${file} are not valid: ${problems.join('; ')}.`,
    {
      file,
      problems,
    },
  );
}

function parseRules(value: unknown, file: string): z.infer<typeof fileShape> {
  const parsed = fileShape.safeParse(value);
  if (parsed.success) return parsed.data;
  return refuse(
    file,
    parsed.error.issues.map((issue) => `at ${issue.path.join('.') || 'the top'}: ${issue.message}`),
  );
}

/**
 * The default rules with a file's rules laid over them: a kind that the file declares replaces the default of that name,
 * blocked values and patterns replace the default lists.
 * @param value the parsed JSON of a rules file; `{}` gives the defaults
 * @param file its name, for error messages
 */
export function buildIdentityRules(value: unknown, file: string): IdentityRules {
  const base = parseRules(defaults, 'the default rules');
  const own = parseRules(value, file);
  const kinds = Object.entries({ ...base.kinds, ...own.kinds }).map(([name, kind]): [string, IdentifierKind] => [
    name,
    {
      normaliser: kind.normaliser,
      strength: kind.strength,
      defaultScope: kind.defaultScope ?? '',
      scoped: kind.scoped ?? !['phone', 'email'].includes(kind.normaliser),
      limits: readLimits(kind),
    },
  ]);
  return {
    defaultCountry: own.defaultCountry ?? base.defaultCountry ?? 'CN',
    kinds: new Map(kinds),
    blockedValues: new Set((own.blocked?.values ?? base.blocked?.values ?? []).map((blocked) => blocked.toLowerCase())),
    blockedPatterns: (own.blocked?.patterns ?? base.blocked?.patterns ?? []).map((source) => new RegExp(source, 'iu')),
    notYetEnforced: own.possibleMatches ? ['possibleMatches'] : [],
  };
}

/**
 * Reads the identity rules.
 * @param file path of a JSON rules file, or null for the default rules
 * @throws DomainError INVALID_IDENTITY_RULES that names the file and the place at fault
 */
export function readIdentityRules(file: string | null): IdentityRules {
  if (file === null) return buildIdentityRules({}, 'the default rules');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(file, [`it cannot be read (${(error as Error).message})`]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(file, [`it is not JSON (${(error as Error).message})`]);
  }
  return buildIdentityRules(value, file);
}
