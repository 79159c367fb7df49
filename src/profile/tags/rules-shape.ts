import { z } from 'zod';
import { known, oneOf, text } from '../../platform/rules-file/shape-parts.ts';
import { tagKinds } from './tag-definition.ts';

const MOST_NAME = 200;

const tagShape = known({
  category: text.optional().meta({ description: 'What it belongs with, e.g. attitude.' }),
  description: text.optional().meta({ description: 'What it means, and why the thresholds are as they are.' }),
  owner: text.optional().meta({ description: 'Who answers for it.' }),
  appliesTo: z
    .array(z.enum(tagKinds, { error: oneOf(tagKinds) }), { error: 'a list of kinds of objects' })
    .min(1, { error: 'a list of one kind of object or more' })
    .meta({ description: 'What may have it; exactly one kind where there is a rule.' }),
  rule: text.optional().meta({ description: 'What an object must be to have it, in the rule language.' }),
});

/** The form of a tag rules file. */
export const rulesShape = known({
  $schema: text.optional().meta({ description: 'Path of this schema, for editors.' }),
  tags: z
    .record(
      z
        .string()
        .regex(/^\S(?:.*\S)?$/, { error: 'a name of one line' })
        .max(MOST_NAME, { error: `a name of at most ${MOST_NAME} characters` }),
      tagShape.nullable(),
      { error: 'an object of tags by name' },
    )
    .optional()
    .meta({ description: 'Tags by name, laid over the defaults; null takes a default away.' }),
  adoptDefaults: z
    .boolean({ error: 'true or false' })
    .optional()
    .meta({ description: 'True: customers have the default tags among their tags, not only as inferred ones.' }),
  withoutDefaults: z
    .boolean({ error: 'true or false' })
    .optional()
    .meta({ description: 'True: only the tags of this file.' }),
});
