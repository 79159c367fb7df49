import type { Clock } from '../../../platform/clock.ts';
import { DomainError } from '../../../platform/errors.ts';
import type { Database } from '../../../platform/neo4j/database.ts';
import type { CustomerRow } from '../../../profile/customer360/customer-row.ts';
import { isFragmentKey } from '../../rules/index.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import { sourceOf } from '../../selection/read-selection.ts';
import { type MembersInput, readMembersRule } from '../read-members.ts';
import { type ClauseVerdict, judge } from './clause-tree.ts';
import { findOut } from './find-out.ts';
import { type NearMiss, nearestOf } from './near-miss.ts';
import { putFragmentsIn } from './put-fragments-in.ts';
import { excludingPath } from './rule-verdicts.ts';

const NEAREST = 3;

/** Whose membership of what is to be explained: exactly one of segment, filter and rule. */
export interface ExplainInput extends MembersInput {
  /** The customer's id; one that was merged away stands for its survivor. */
  readonly customer: string;
}

/** Whether a customer is selected, and every clause's part in that. */
export interface MembershipExplanation {
  readonly member: boolean;
  readonly clause: ClauseVerdict;
  /** Null for a member. */
  readonly excludedBy: ExcludingClause | null;
  readonly asOf: Date;
}

/** The first clause that by itself keeps a customer out. */
export interface ExcludingClause {
  /** Canonical text. */
  readonly rule: string;
  /** Whether the clause holds: true where the rule asks that it does not. */
  readonly matched: boolean;
  /** From the whole rule inwards, each the place among the `clauses` of the one before; empty for the whole. */
  readonly path: readonly number[];
  /** What came nearest, least missed first. */
  readonly nearest: readonly NearMiss[];
}

export interface ExplainDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly compile: CompileSelection;
  /** Living customers by id, following merges; null where there is none. */
  readonly customersById: (ids: readonly string[]) => Promise<(CustomerRow | null)[]>;
}

/** See SegmentsService.explain. All that is read of the customer is read in one transaction. */
export async function explainMembership(
  deps: ExplainDependencies,
  input: ExplainInput,
): Promise<MembershipExplanation> {
  const { database, clock, compile } = deps;
  const { timeZone } = compile.settings;
  const asked = await readMembersRule(database, timeZone, input);
  const named = await compile.resolve(asked, input.segment == null ? sourceOf(input) : undefined);
  const rule = putFragmentsIn(asked, named, timeZone);
  const segments = new Map(
    [...named].map(([key, other]) => [key, isFragmentKey(key) ? other : putFragmentsIn(other, named, timeZone)]),
  );
  const asOf = input.asOf ?? clock.now();
  const [found] = await deps.customersById([input.customer]);
  if (!found) throw noCustomer(input.customer);
  const question = { customerId: found.id, rule, segments, asOf };
  const findings = await database.readTransaction('explain', (transaction) => findOut(transaction, compile, question));
  if (!findings) throw noCustomer(input.customer);
  const clause = judge(rule, findings);
  const path = clause.matched ? null : excludingPath(rule, findings.holds, segments);
  return { member: clause.matched, clause, asOf, excludedBy: path && excludingClause(clause, path) };
}

function excludingClause(whole: ClauseVerdict, path: readonly number[]): ExcludingClause {
  const clause = path.reduce((outer, at) => outer.clauses[at] as ClauseVerdict, whole);
  const { rule, matched } = clause;
  return { rule, matched, path, nearest: nearestOf(nearestBelow(clause), NEAREST) };
}

function nearestBelow(clause: ClauseVerdict): NearMiss[] {
  return [...clause.nearest, ...clause.clauses.flatMap(nearestBelow)];
}

function noCustomer(id: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no customer with the id ${id}.`, { id });
}
