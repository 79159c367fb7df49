import {
  locateSegment,
  type Rule,
  type RuleError,
  type RuleSource,
  ruleLimits,
  segmentReferences,
} from '../rules/index.ts';
import type { SelectionInput } from '../selection/read-selection.ts';

/** A rule or filter as errors point into it. */
export function toRuleSource({ rule, filter }: SelectionInput): RuleSource {
  return rule == null ? { filter } : { text: rule };
}

/** The rule has too many conditions once the rules of its segments are put in; marked at the first segment that it names. */
export function tooManyConditionsError(rule: Rule, source: RuleSource): RuleError {
  const problem = {
    code: 'TOO_MANY_CONDITIONS' as const,
    message: `With the segments that it names, the rule has too many conditions: at most ${ruleLimits.conditions} are allowed.`,
    suggestions: [],
  };
  if (!('text' in source)) return { ...problem, path: [] };
  const [first = ''] = segmentReferences(rule);
  return { ...problem, ...(locateSegment(source.text, first) ?? { line: 1, column: 1, length: 1, excerpt: '' }) };
}
