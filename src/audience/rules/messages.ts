import { ruleLimits } from './limits.ts';

/** Codes whose message is always the same take `{}`. */
type Nothing = Readonly<Record<string, never>>;

const list = (names: readonly string[]): string => names.join(', ');

/** Every way in which a rule can be wrong: its code, what the message needs to know, and the message. */
export const ruleMessages = {
  // The whole rule
  RULE_EMPTY: (_: Nothing) => 'The rule is empty: write a condition, such as tags has "hiker".',
  RULE_TOO_LONG: (p: { length: number }) =>
    `The rule has ${p.length} characters; at most ${ruleLimits.text} are allowed.`,
  RULE_TOO_DEEP: (_: Nothing) => `The rule is nested too deep: at most ${ruleLimits.depth} levels are allowed.`,
  TOO_MANY_CONDITIONS: (_: Nothing) =>
    `The rule has too many conditions: at most ${ruleLimits.conditions} are allowed.`,
  LIST_TOO_LONG: (p: { length: number }) => `The list has ${p.length} values; at most ${ruleLimits.list} are allowed.`,

  // Characters and brackets
  UNEXPECTED_CHARACTER: (p: { character: string }) => `The character ${p.character} has no meaning here.`,
  UNCLOSED_STRING: (_: Nothing) => 'The text is not closed: a " is missing at its end, on the same line.',
  INVALID_STRING: (p: { reason: string }) => `The text cannot be kept: ${p.reason}.`,
  UNCLOSED_BRACKET: (_: Nothing) => 'The bracket is not closed: a ) is missing.',
  UNEXPECTED_TOKEN: (p: { found: string; expected: string }) => `Expected ${p.expected}, but found ${p.found}.`,
  MISSING_TERM: (p: { side: 'after' | 'before' | 'inside'; of: string }) => `A condition is missing ${p.side} ${p.of}.`,
  MISSING_OPERATOR: (p: { path: string }) => `\`${p.path}\` is not compared with anything: an operator is missing.`,

  // Names
  UNKNOWN_NAME: (p: { name: string; owner: string; owners: readonly string[] }) =>
    `\`${p.name}\` is not a name of ${p.owner}${p.owners.length === 0 ? '' : `; ${list(p.owners)} has it`}.`,
  NOT_A_FIELD: (p: { path: string; owner: string }) => `\`${p.path}\` is ${p.owner}, which has no value of its own.`,
  NOT_AN_OBJECT: (p: { path: string }) => `\`${p.path}\` is a value: no further name can follow it.`,
  NOT_A_RELATION: (p: { path: string }) =>
    `\`${p.path}\` is not one of several: \`no\`, \`where (…)\` and measures belong to relations, such as purchases.`,
  MISPLACED_SEGMENT: (p: { owner: string }) => `Only customers are in segments; here the rule speaks of ${p.owner}.`,

  // Operators and values
  WRONG_OPERATOR: (p: { path: string; operator: string; type: string; allowed: readonly string[] }) =>
    `\`${p.operator}\` does not apply to \`${p.path}\`, which is ${p.type} and takes ${list(p.allowed)}.`,
  INCOMPARABLE_FIELDS: (p: { path: string; type: string; other: string; otherType: string }) =>
    `\`${p.path}\` is ${p.type} and \`${p.other}\` is ${p.otherType}: they cannot be compared with each other.`,
  WRONG_VALUE_TYPE: (p: { path: string; expected: string; found: string }) =>
    `\`${p.path}\` needs ${p.expected}, not ${p.found}.`,
  UNKNOWN_ENUM_VALUE: (p: { path: string; value: string; values: readonly string[] }) =>
    `${p.value} is not a value of \`${p.path}\`, which is one of ${list(p.values)}.`,
  INVALID_DATE: (p: { found: string; reason: string }) => `${p.found} is not a date: ${p.reason}.`,
  INVALID_NUMBER: (p: { found: string; reason: string }) => `${p.found} cannot stand here: ${p.reason}.`,
  INVALID_DURATION: (p: { found: string; reason: string }) => `${p.found} is not a duration: ${p.reason}.`,
  MEASURE_NOT_ALLOWED: (p: { measure: string; relation: string; reason: string }) =>
    `\`${p.measure}\` cannot follow \`${p.relation}\`: ${p.reason}.`,

  SEQUENCE_GOES_ON: (_: Nothing) => 'Only the last step of a sequence may be `then no …`: nothing can follow it.',
  NOT_A_STEP: (p: { name: string; owner: string }) =>
    `\`${p.name}\` cannot be a step of a sequence of ${p.owner}: the steps are events, orders and purchases of a customer.`,

  MISPLACED_RANK: (p: { owner: string }) =>
    `Customers, orders, products, stores and staff are ranked; here the rule speaks of ${p.owner}.`,
  NOT_RANKABLE: (p: { path: string; type: string }) =>
    `\`${p.path}\` is ${p.type}: objects are ranked by numbers, dates, instants, or a measure of related objects.`,

  // Parameters
  PARAMETER_MISSING: (p: { name: string }) => `No value is given for the parameter $${p.name}.`,
  UNKNOWN_PARAMETER: (p: { name: string; names: readonly string[] }) =>
    `The rule has no parameter $${p.name}${p.names.length === 0 ? '' : `; it has ${list(p.names.map((one) => `$${one}`))}`}.`,

  // Filters
  NOT_A_VALUE: (p: { found: string; expected: string }) => `Expected ${p.expected}, but found ${p.found}.`,
  EMPTY_FILTER: (p: { name: string; write: string }) =>
    `\`${p.name}\` is empty and would select nothing clear: ${p.write}.`,
  EMPTY_LIST: (p: { name: string }) => `The list of \`${p.name}\` is empty: give at least one value, or leave it out.`,

  // Saved segments, found by the room that keeps them
  UNKNOWN_SEGMENT: (p: { segment: string }) => `There is no segment with the id or name "${p.segment}".`,
  UNKNOWN_FRAGMENT: (p: { fragment: string; owner: string }) => `There is no fragment "${p.fragment}" of ${p.owner}.`,
  FRAGMENT_CYCLE: (p: { fragments: readonly string[] }) =>
    `The fragment would contain itself: ${p.fragments.map((name) => `"${name}"`).join(' -> ')}.`,
  FRAGMENT_VALUES: (p: { fragment: string; reason: string }) =>
    `The values for the fragment "${p.fragment}" do not fit: ${p.reason}`,
  SEGMENT_CYCLE: (p: { segments: readonly string[] }) =>
    `The segment would contain itself: ${p.segments.map((name) => `"${name}"`).join(' -> ')}.`,
};

export type RuleErrorCode = keyof typeof ruleMessages;

/** What the message of a code needs to know. */
export type RuleErrorParameters<C extends RuleErrorCode> = Parameters<(typeof ruleMessages)[C]>[0];

/** The message of a code; suggestions are added in the words of the reader. */
export function messageOf<C extends RuleErrorCode>(
  code: C,
  parameters: RuleErrorParameters<C>,
  suggestions: readonly string[],
): string {
  const write = ruleMessages[code] as (p: RuleErrorParameters<C>) => string;
  const meant = suggestions.map((suggestion) => `\`${suggestion}\``);
  const last = meant.pop();
  if (last === undefined) return write(parameters);
  return `${write(parameters)} Did you mean ${meant.length === 0 ? last : `${meant.join(', ')} or ${last}`}?`;
}
