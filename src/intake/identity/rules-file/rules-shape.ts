import { z } from 'zod';
import { duration, flag, known, oneOf, text, wholeNumber } from '../../../platform/rules-file/shape-parts.ts';

/** How values are brought to one spelling. */
export const normalisers = ['phone', 'email', 'digits', 'trim', 'upper', 'none'] as const;
export type Normaliser = (typeof normalisers)[number];
const strengths = ['strong', 'weak'] as const;

const score = z
  .number({ error: 'a number from 0 to 1, or null' })
  .min(0, { error: 'a number from 0 to 1, or null' })
  .max(1, { error: 'a number from 0 to 1, or null' })
  .nullable();

const kindShape = known({
  normaliser: z
    .enum(normalisers, { error: oneOf(normalisers) })
    .meta({ description: 'How values are brought to one spelling.' }),
  strength: z
    .enum(strengths, { error: oneOf(strengths) })
    .meta({ description: 'strong joins records into one customer; weak only carries anonymous activity.' }),
  priority: z.int({ error: 'a whole number' }).optional().meta({
    description: 'Kinds of a lower number join first; the highest gives way when a limit is met. Default 50.',
  }),
  exclusive: flag.optional().meta({ description: 'A customer has at most one value per scope.' }),
  maxPerCustomer: wholeNumber('No join by this kind gives a customer more values than this.').optional(),
  window: duration.optional().meta({
    description: 'For maxPerCustomer only values count that were seen within so long of each other (ISO 8601).',
  }),
  sharedAbove: wholeNumber('A value that more people than this have joins nobody.').optional(),
  defaultScope: text.optional().meta({ description: 'Scope of a value that is sent without one.' }),
  scoped: flag.optional().meta({ description: 'false: a scope that is sent is ignored.' }),
});

const pattern = text.refine(isRegularExpression, { error: 'a regular expression' });

/** The form of an identity rules file. */
export const rulesShape = known({
  $schema: text.optional().meta({ description: 'Path of this schema, for editors.' }),
  defaultCountry: text
    .regex(/^[A-Z]{2}$/, { error: 'a two-letter country code such as "CN"' })
    .optional()
    .meta({ description: 'Country of phone numbers that do not say theirs.' }),
  kinds: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'a kind in lower case, such as "phone"' }), kindShape, {
      error: ({ code }) => (code === 'invalid_key' ? undefined : 'an object of kinds'),
    })
    .optional()
    .meta({ description: 'The kinds of identifiers. One that is declared here replaces the default of that name.' }),
  blocked: known({
    values: z
      .array(text, { error: 'a list of texts' })
      .optional()
      .meta({ description: 'Values that never become identifiers; compared after normalising, in any case.' }),
    patterns: z
      .array(pattern, { error: 'a list of regular expressions' })
      .optional()
      .meta({ description: 'Regular expressions of such values.' }),
  })
    .optional()
    .meta({ description: 'Junk. Each list replaces the default one.' }),
  possibleMatches: known({
    reviewAbove: score.optional().meta({ description: 'From this score on a pair is shown for review.' }),
    acceptAbove: score.optional().meta({ description: 'From this score on a pair is joined; null: never.' }),
  })
    .optional()
    .meta({ description: 'What becomes of pairs that look alike, by their score.' }),
});

/** What an identity rules file says. */
export type DeclaredRules = z.infer<typeof rulesShape>;

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
