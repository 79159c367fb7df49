import { LRUCache } from 'lru-cache';
import { DomainError } from '../../platform/errors.ts';
import {
  bindParameters,
  everyone,
  filterToRule,
  parseRule,
  type Rule,
  type RuleError,
  type RuleResult,
  type Scope,
} from '../rules/index.ts';

/** Whether a rule has no conditions at all. */
export function isEveryone(rule: Rule): boolean {
  return rule.kind === 'And' && rule.rules.length === 0;
}

/** A filter input object or a rule text; neither selects everything. */
export interface SelectionInput {
  /** A CustomerFilter (or OrderFilter, …) as GraphQL gives it. */
  readonly filter?: unknown;
  readonly rule?: string | null;
  /** Values of the parameters that either asks for, by name, as JSON. */
  readonly parameters?: unknown;
}

/**
 * The rule that a filter or a text says.
 * @throws DomainError BAD_USER_INPUT when both are given, INVALID_RULE with details.problems (RuleError[]) for a faulty one.
 */
export function readSelection(input: SelectionInput, scope: Scope, timeZone: string): Rule {
  const { filter, rule } = input;
  if (filter != null && rule != null) {
    throw new DomainError('BAD_USER_INPUT', 'filter and rule exclude each other: give one of them.', {
      argument: 'rule',
    });
  }
  const what = rule != null ? 'rule' : 'filter';
  const read = rule != null ? parseAgain(rule, scope, timeZone) : filterToRule(filter ?? {}, scope, { timeZone });
  const found = accepted(read, what);
  const bound = accepted(bindParameters(found, input.parameters, { timeZone, scope }), what);
  return isEveryone(bound) ? everyone : bound;
}

/** What the texts that were asked for lately say: the same page asks again and again, and a tree is never changed. */
const lately = new LRUCache<string, RuleResult>({ max: 1000 });

function parseAgain(text: string, scope: Scope, timeZone: string): RuleResult {
  const key = `${scope} ${timeZone} ${text}`;
  const known = lately.get(key);
  if (known) return known;
  const parsed = parseRule(text, { timeZone, scope });
  lately.set(key, parsed);
  return parsed;
}

/** What an error about a rule shall point into: the input, unless it says nothing. */
export function sourceOf({ filter, rule }: SelectionInput): SelectionInput | undefined {
  return filter == null && rule == null ? undefined : { filter, rule };
}

/** The refusal of a rule: its message is that of the first problem, details.problems holds all. */
export function invalidRule(
  problems: readonly RuleError[],
  what: 'rule' | 'filter',
  more: Record<string, unknown> = {},
): DomainError {
  const [first] = problems;
  const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new DomainError('INVALID_RULE', `The ${what} is faulty: ${first?.message ?? 'it cannot be read.'}${others}`, {
    problems,
    ...more,
  });
}

function accepted(result: RuleResult, what: 'rule' | 'filter'): Rule {
  if (result.ok) return result.rule;
  throw invalidRule(result.errors, what);
}
