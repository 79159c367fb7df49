/** What a rule may at most be, in any of its spellings. */
export const ruleLimits = {
  /** Characters (UTF-16 units) of text, as written and as printed. */
  text: 20_000,
  /** Levels of nesting; each step of a path counts as one. */
  depth: 50,
  /** Comparisons, relations and segments together. */
  conditions: 1_000,
  /** Values in one list. */
  list: 1_000,
  /** Digits before the decimal point, so that minor units of any currency fit 64 bits; and as many after it. */
  digits: 15,
  /** Errors reported at once. */
  errors: 100,
} as const;
