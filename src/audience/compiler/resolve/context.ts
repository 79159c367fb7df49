import { DomainError } from '../../../platform/errors.ts';
import type { LifecycleRules } from '../../../profile/lifecycle/lifecycle-rules.ts';
import type { Rule, Scope } from '../../rules/index.ts';

/** What a rule needs to get its meaning. */
export interface ResolveContext {
  /** The kind of object that is selected; customers by default. */
  readonly scope?: Scope;
  /** The instant from which `within` and the lifecycle stage are reckoned. */
  readonly asOf: Date;
  /** IANA name; months and days of `within` are those of its calendar. */
  readonly timeZone: string;
  /** Reporting currency (ISO 4217): what money in rules is in. */
  readonly currency: string;
  /** Where the stages of the lifecycle begin and end. */
  readonly lifecycle: LifecycleRules;
  /** Rules of the segments that the rule names, and of those that they name, by id or name as they are named; fragments by `fragmentKey`, what gives tags by `tagKey`. */
  readonly segments?: ReadonlyMap<string, Rule>;
}

/** A rule that the rule room should not have let through; says which piece. */
export function invalidRule(message: string, details: Record<string, unknown> = {}): DomainError {
  return new DomainError('INVALID_RULE', message, details);
}
