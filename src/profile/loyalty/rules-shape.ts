import { z } from 'zod';
import { duration, known, oneOf, text, wholeNumber } from '../../platform/rules-file/shape-parts.ts';
import { parseDuration, parseLocalDate } from '../../platform/time.ts';

const FACTOR = 'a number above 0, up to 10000, with at most 4 decimals';
const factor = (meaning: string) =>
  z
    .number({ error: FACTOR })
    .refine((value) => value > 0 && value <= 10_000 && Number.isInteger(Math.round(value * 1e8) / 1e4), {
      error: FACTOR,
    })
    .meta({ description: meaning, exclusiveMinimum: 0, maximum: 10_000 });

const AMOUNT = 'an amount above 0 as text, such as "2000.00"';
const amount = (meaning: string) =>
  z
    .string({ error: AMOUNT })
    .refine((value) => /^\d{1,12}(\.\d{1,4})?$/.test(value) && /[1-9]/.test(value), { error: AMOUNT })
    .meta({ description: meaning });

const date = text.refine((value) => parseLocalDate(value) !== null, { error: 'a date such as "2026-06-18"' });
const name = z.string({ error: 'a name' }).regex(/^\S(.*\S)?$/, { error: 'a name' });
const names = (meaning: string) =>
  z.array(text, { error: 'a list of texts' }).nonempty({ error: 'at least one text' }).meta({ description: meaning });

const bonusShape = known({
  name: name.meta({ description: 'What the bonus is called.' }),
  multiplier: factor('Times the usual points.'),
  channels: names('Only orders of these channels.').optional(),
  promotions: names('Only orders in these promotions.').optional(),
  stores: names('Only orders at the stores of these codes.').optional(),
  from: date.optional().meta({ description: 'Only orders from this day on (time zone TIME_ZONE).' }),
  until: date.optional().meta({ description: 'Only orders up to this day, included.' }),
});

/** How far the end of validity is put off, so that many points end together. */
export const roundings = ['DAY', 'MONTH', 'YEAR'] as const;
export type Rounding = (typeof roundings)[number];

const levelShape = known({
  name: name.meta({ description: 'What the tier is called.' }),
  enterAt: amount('Net value of purchases in the period, in the reporting currency, that brings into the tier.'),
  keepAt: amount('Net value of purchases in the period that keeps in the tier when its time is over.'),
});

/** The form of a loyalty rules file. */
export const loyaltyRulesShape = known({
  $schema: text.optional().meta({ description: 'Path of this schema, for editors.' }),
  earn: known({
    pointsPerUnit: factor('Points for each whole unit of the reporting currency of net value.').optional(),
    mostPerOrder: wholeNumber('No order earns more.').optional(),
    bonuses: z
      .array(bonusShape, { error: 'a list of bonuses' })
      .optional()
      .meta({ description: 'More points for some orders; of several that apply the greatest counts.' }),
  })
    .optional()
    .meta({ description: 'What purchases earn.' }),
  expiry: known({
    validFor: duration
      .nullable()
      .optional()
      .meta({ description: 'How long points are valid (ISO 8601, days or longer units); null: for ever.' }),
    until: z
      .enum(roundings, { error: oneOf(roundings) })
      .optional()
      .meta({ description: 'They stay valid to the end of that day, month or year (time zone TIME_ZONE).' }),
    returnedValidFor: duration
      .optional()
      .meta({ description: 'How long points at least stay valid that a reversed redemption gives back.' }),
  })
    .optional()
    .meta({ description: 'When points expire.' }),
  redeem: known({
    pointsPerUnit: wholeNumber('So many points are worth one unit of the reporting currency.').optional(),
    least: wholeNumber('The fewest points that one redemption takes.').optional(),
  })
    .optional()
    .meta({ description: 'What points are worth.' }),
  tiers: known({
    base: name.optional().meta({ description: 'The tier of everyone else.' }),
    period: duration
      .refine((value) => parseDuration(value) !== 'PT0S', { error: 'an ISO 8601 duration such as "P1Y"' })
      .optional()
      .meta({ description: 'Over how long purchases count, and how long a tier is kept.' }),
    levels: z
      .array(levelShape, { error: 'a list of tiers' })
      .optional()
      .meta({ description: 'The tiers above the base, the lowest first.' }),
  })
    .optional()
    .meta({ description: 'Tiers, and how they are entered and kept.' }),
});

/** What a loyalty rules file says. */
export type DeclaredLoyaltyRules = z.infer<typeof loyaltyRulesShape>;
