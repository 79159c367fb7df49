import { z } from 'zod';
import { known, text, wholeNumber } from '../../platform/rules-file/shape-parts.ts';

const MOST_DAYS = 36_500;
const days = (meaning: string, least: 0 | 1 = 1) => {
  const error = `a whole number of days from ${least} to ${MOST_DAYS}`;
  return z.int({ error }).min(least, { error }).max(MOST_DAYS, { error }).optional().meta({ description: meaning });
};

const share = (meaning: string) => {
  const error = 'a number from 0 to 1';
  return z.number({ error }).min(0, { error }).max(1, { error }).optional().meta({ description: meaning });
};

const SHRINKAGE = 'a number from 0 to 1000000';
const texts = (meaning: string) =>
  z.array(text, { error: 'a list of texts' }).optional().meta({ description: meaning });

/** The most products that are kept for one product. */
const MOST_KEPT = 250;

/** The form of a recommendation rules file. */
export const recommendationRulesShape = known({
  $schema: text.optional().meta({ description: 'Path of this schema, for editors.' }),
  pairs: known({
    historyDays: days('Purchases of so many days up to the count are counted.'),
    togetherDays: days('Bought together: by one customer at most so many days apart; 0: at the same time.', 0),
    nextDays: days('Bought next: by one customer later, at most so many days.'),
    support: wholeNumber('A pair that fewer customers bought is never shown.').optional(),
    damping: share('How much popularity counts against a product: 0 not at all, 1 as in lift.'),
    shrinkage: z
      .number({ error: SHRINKAGE })
      .min(0, { error: SHRINKAGE })
      .max(1_000_000, { error: SHRINKAGE })
      .optional()
      .meta({ description: 'A pair that so many customers bought has half the score it would have with very many.' }),
    keep: wholeNumber('So many products are kept for each product, those with the highest scores.')
      .max(MOST_KEPT, { error: `a whole number from 1 to ${MOST_KEPT}` })
      .optional(),
  })
    .optional()
    .meta({ description: 'Which products are bought with which.' }),
  person: known({
    halfLifeDays: days('A purchase of so many days ago counts half of one of today.'),
    repurchasedBy: share('A product is bought again and again when this part of its buyers bought it again.'),
    repurchaseAfterDays: days(
      'Then it is recommended to those who have it, so many days after they last bought it.',
      0,
    ),
    returnedDays: days('What was given back is not recommended for so many days after that.', 0),
  })
    .optional()
    .meta({ description: 'What becomes of that for one customer.' }),
  returnedEvents: texts('Names of events by which a customer gives back the product they are about.'),
  declinedEvents: texts('Names of events by which a customer declines the product they are about.'),
  wantedEvents: texts('Names of events by which a customer takes that back.'),
  outOfSaleTags: texts('A product with one of these tags is not recommended.'),
});
