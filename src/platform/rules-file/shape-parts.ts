import { z } from 'zod';
import { parseDuration } from '../time.ts';

// What a fault says is what would be allowed; the place and what was found are added to it.

/** In a message: one of some texts. */
export const oneOf = (values: readonly string[]) => `one of ${values.map((value) => `"${value}"`).join(', ')}`;

/** Any text. */
export const text = z.string({ error: 'a text' });

/** true or false. */
export const flag = z.boolean({ error: 'true or false' });

/** A whole number from 1. */
export const wholeNumber = (meaning: string) =>
  z
    .int({ error: 'a whole number' })
    .positive({ error: 'a whole number from 1' })
    .meta({ description: meaning, maximum: undefined });

/** An ISO 8601 duration. */
export const duration = text.refine((value) => parseDuration(value) !== null, {
  error: 'an ISO 8601 duration such as "P30D"',
});

/** An object of known keys; a fault names those that are allowed. */
export function known<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `one of the keys ${names}` : `an object with the keys ${names}`,
  });
}
