import { DomainError } from '../../platform/errors.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import type { Rule } from '../rules/index.ts';
import { readSelection, type SelectionInput } from '../selection/read-selection.ts';
import type { Holdout } from './holdout.ts';
import { ruleOf } from './segment-rules.ts';
import { readNamed } from './segments.store.ts';

/** A saved segment, a filter or a rule: exactly one of them. */
export interface MembersInput extends SelectionInput {
  /** Name or id; a name goes first. */
  readonly segment?: string | null;
  /** The instant from which `within` and the lifecycle stage are reckoned; missing means now. */
  readonly asOf?: Date | null;
}

/** The rule that is meant, and the saved segment that it is of. */
export interface NamedRule {
  readonly rule: Rule;
  readonly segmentId: string | null;
  /** Who of the segment's members is left alone. */
  readonly holdout: Holdout | null;
}

/**
 * The rule that is meant.
 * @throws DomainError BAD_USER_INPUT unless exactly one is given, NOT_FOUND for an unknown segment, INVALID_RULE
 */
export async function readNamedRule(database: Database, timeZone: string, input: MembersInput): Promise<NamedRule> {
  const { segment, filter, rule } = input;
  if ([segment, filter, rule].filter((given) => given != null).length !== 1) {
    throw new DomainError('BAD_USER_INPUT', 'Give exactly one of segment, filter and rule.', { argument: 'rule' });
  }
  if (segment == null) return { rule: readSelection(input, 'customer', timeZone), segmentId: null, holdout: null };
  if (input.parameters != null) {
    throw new DomainError('BAD_USER_INPUT', 'A saved segment has no parameters: give them with a rule or filter.', {
      argument: 'parameters',
    });
  }
  const rows = await readNamed(database.read, [segment]);
  const row = rows.find((found) => found.name === segment) ?? rows.find((found) => found.id === segment);
  if (row) return { rule: ruleOf(row, timeZone), segmentId: row.id, holdout: row.holdout };
  throw new DomainError('NOT_FOUND', `There is no segment with the name or id "${segment}".`, { segment });
}

/** The rule alone; see `readNamedRule`. */
export async function readMembersRule(database: Database, timeZone: string, input: MembersInput): Promise<Rule> {
  return (await readNamedRule(database, timeZone, input)).rule;
}
