import { z } from 'zod';
import { known, text, wholeNumber } from '../../platform/rules-file/shape-parts.ts';

/** No more signs of interest are looked at than this. */
const MOST_INTERESTS = 50;

const days = (meaning: string) => wholeNumber(meaning).max(36_500, { error: 'a whole number of days up to 36500' });

const indecisiveShape = known({
  interests: wholeNumber('So many signs of interest make again and again.').max(MOST_INTERESTS, {
    error: `a whole number from 1 to ${MOST_INTERESTS}`,
  }),
  withinDays: days('All of them lie within so many days before.'),
  quietDays: days(
    'For so many days nothing was bought; not fewer than withinDays, so that none of them led to a purchase.',
  ),
  events: z
    .array(text, { error: 'a list of names of events' })
    .min(1, { error: 'a list of one name of an event or more' })
    .meta({ description: 'Names of the events that are signs of interest.' }),
});

/** The form of a lifecycle rules file. */
export const rulesShape = known({
  $schema: text.optional().meta({ description: 'Path of this schema, for editors.' }),
  repeatFrom: z
    .int({ error: 'a whole number' })
    .min(2, { error: 'a whole number from 2' })
    .max(1_000_000, { error: 'a whole number up to 1000000' })
    .optional()
    .meta({ description: 'From so many purchases on a customer is REPEAT; with fewer FIRST_TIME.' }),
  loyalFrom: wholeNumber('From so many purchases on a customer is LOYAL; more than repeatFrom.').optional(),
  lapsedAfterDays: days('So many days after the last purchase a customer is LAPSED.').optional(),
  indecisive: indecisiveShape.nullable().optional().meta({
    description: 'What makes a customer who has bought INDECISIVE; null: nobody is. It replaces the default whole.',
  }),
});
