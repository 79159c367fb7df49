import {
  checkShape,
  invalidRules,
  type Locate,
  type RulesKind,
  type RulesProblem,
} from '../../platform/rules-file/check-shape.ts';
import { readRules, readRulesText } from '../../platform/rules-file/read-rules-file.ts';
import defaults from './default-lifecycle-rules.json' with { type: 'json' };
import { rulesShape } from './rules-shape.ts';

/** What makes a customer who has bought indecisive: interest again and again, and no purchase for a while. */
export interface IndecisiveRules {
  /** So many signs of interest … */
  readonly interests: number;
  /** … within so many days before. */
  readonly withinDays: number;
  /** Nothing was bought for so many days; at least `withinDays`, so that every sign came after the last purchase. */
  readonly quietDays: number;
  /** Names of the events that are signs of interest. */
  readonly events: readonly string[];
}

/** Where the stages of a customer's life begin and end. Days are of 24 hours. */
export interface LifecycleRules {
  /** Purchases. */
  readonly repeatFrom: number;
  readonly loyalFrom: number;
  readonly lapsedAfterDays: number;
  /** Null: nobody is called indecisive. */
  readonly indecisive: IndecisiveRules | null;
}

const kind: RulesKind = { code: 'INVALID_LIFECYCLE_RULES', name: 'lifecycle rules' };

/**
 * The default rules with a file's rules laid over them.
 * @param value the parsed JSON of a rules file; `{}` gives the defaults
 * @param file its name, for error messages
 * @throws DomainError INVALID_LIFECYCLE_RULES that names every fault and its place
 */
export function buildLifecycleRules(value: unknown, file: string, locate: Locate = () => null): LifecycleRules {
  const { $schema: _, ...base } = defaults;
  const { $schema: __, ...own } = checkShape(rulesShape, value, kind, file, locate);
  const rules: LifecycleRules = { ...base, ...own };
  const problems: RulesProblem[] = [];
  const refuse = (path: readonly string[], found: number, allowed: string) =>
    problems.push({ path, message: `found ${found}; allowed is ${allowed}`, place: locate(path, 'value') });
  const { repeatFrom, loyalFrom, lapsedAfterDays, indecisive } = rules;
  if (loyalFrom <= repeatFrom)
    refuse(['loyalFrom'], loyalFrom, `a whole number above repeatFrom, which is ${repeatFrom}`);
  if (indecisive !== null && indecisive.quietDays < indecisive.withinDays)
    refuse(
      ['indecisive', 'quietDays'],
      indecisive.quietDays,
      `no less than withinDays, which is ${indecisive.withinDays}`,
    );
  if (indecisive !== null && lapsedAfterDays <= indecisive.quietDays)
    refuse(['lapsedAfterDays'], lapsedAfterDays, `more than indecisive.quietDays, which is ${indecisive.quietDays}`);
  if (problems.length > 0) throw invalidRules(kind, file, problems);
  return rules;
}

/** The rules where no file says otherwise. */
export const defaultLifecycleRules: LifecycleRules = buildLifecycleRules({}, 'the default rules');

/**
 * Reads the lifecycle rules.
 * @param file path of a JSON rules file, or null for the default rules
 * @param lapsedAfterDays a setting that is stronger than the file; then nobody is indecisive who would be lapsed
 * @throws DomainError INVALID_LIFECYCLE_RULES that names the file, and line and column of every fault
 */
export function readLifecycleRules(file: string | null, lapsedAfterDays: number | null = null): LifecycleRules {
  const rules = readRules(file, kind, buildLifecycleRules);
  return lapsedAfterDays === null ? rules : { ...rules, lapsedAfterDays };
}

/** The same of the text of a file. */
export function parseLifecycleRules(text: string, file: string): LifecycleRules {
  return readRulesText(text, file, kind, buildLifecycleRules);
}
