import type { Clock } from '../../../platform/clock.ts';
import type { Database, QueryOperator } from '../../../platform/neo4j/database.ts';
import { type PlanStep, planSteps, printPlan } from '../../compiler/index.ts';
import { printRule, type Rule, ruleToFilter } from '../../rules/index.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import { once } from '../../selection/connection.ts';
import { sourceOf } from '../../selection/read-selection.ts';
import { indent, type Statement, withPrefix } from '../../selection/statement.ts';
import { type MembersInput, readMembersRule } from '../read-members.ts';

/** A plan of more finds is shown without counting what each gives. */
const MOST_COUNTED = 30;

/** How a rule is run. What costs a run of it is computed when called. */
export interface SegmentPlan {
  /** Canonical text, the same rule as a CustomerFilter, and as the tree that everything else works on. */
  readonly rule: string;
  readonly filter: unknown;
  readonly tree: Rule;
  readonly asOf: Date;
  /** The plan as an indented tree for people. */
  readonly plan: string;
  /** What counting the customers should cost; see `CompiledRule`. */
  readonly cost: number;
  readonly cypher: string;
  /** As plain JSON: instants as RFC 3339 text, whole numbers beyond 2^53 as text. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The finds of the plan in the order in which they are done. */
  steps(): readonly PlannedStep[];
  /** How many objects each step gives, in the same order; null for lines. Errors: RULE_TOO_COSTLY. */
  countSteps(): Promise<readonly (number | null)[]>;
  /** What the database does, operator by operator, each before its children; with `run` also what it did. Errors: RULE_TOO_COSTLY. */
  operators(run: boolean): Promise<readonly PlannedOperator[]>;
}

/** A step with its place. */
export interface PlannedStep extends Omit<PlanStep, 'statement'> {
  readonly index: number;
}

/** An operator with its place: `depth` 0 gives the result, its children stand below it. */
export interface PlannedOperator extends Omit<QueryOperator, 'children'> {
  readonly depth: number;
}

export interface ExplainSegmentDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly compile: CompileSelection;
}

/** See SegmentsService.explainSegment. */
export async function explainSegment(
  { database, clock, compile }: ExplainSegmentDependencies,
  input: MembersInput,
): Promise<SegmentPlan> {
  const rule = await readMembersRule(database, compile.settings.timeZone, input);
  const segments = await compile.resolve(rule, input.segment == null ? sourceOf(input) : undefined);
  const asOf = input.asOf ?? clock.now();
  const compiled = compile.now(rule, { asOf, segments, anyCost: true });
  const { text, parameters, plan, cost } = compiled;
  const steps = planSteps(plan, compile.statistics(), compile.settings.phoneKinds);
  const cypher = `${text}\nRETURN count(node) AS count`;
  return {
    rule: printRule(rule),
    filter: ruleToFilter(rule),
    tree: rule,
    asOf,
    plan: printPlan(plan),
    cost,
    cypher,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toJson(value)])),
    steps: () => steps.map(({ statement: _, ...step }, index) => ({ ...step, index })),
    countSteps: once(async () => {
      compile.checkCost(compiled);
      return countSteps(database, steps);
    }),
    operators: async (run) => {
      if (run) compile.checkCost(compiled);
      return flatten(await database.plan({ name: 'segments.plan', text: cypher }, parameters, { run }), 0);
    },
  };
}

/** All counts in one statement, so that they speak of the same graph. */
async function countSteps(database: Database, steps: readonly PlanStep[]): Promise<readonly (number | null)[]> {
  if (steps.length > MOST_COUNTED) return steps.map(() => null);
  const parts = steps.map(
    ({ statement }, index): Statement | null => statement && withPrefix(statement, `step${index}_`),
  );
  const calls = parts.map((part, index) =>
    part ? `CALL () {\n${indent(part.text)}\n  RETURN count(node) AS rows${index}\n}` : `WITH *, null AS rows${index}`,
  );
  const text = `${calls.join('\n')}\nRETURN [${parts.map((_, index) => `rows${index}`).join(', ')}] AS rows`;
  const parameters = Object.assign({}, ...parts.map((part) => part?.parameters));
  const [row] = await database.read<{ rows: (number | null)[] }>({ name: 'segments.planSteps', text }, parameters);
  return row?.rows ?? [];
}

function flatten({ children, ...operator }: QueryOperator, depth: number): PlannedOperator[] {
  return [{ ...operator, depth }, ...children.flatMap((child) => flatten(child, depth + 1))];
}

function toJson(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  return Array.isArray(value) ? value.map(toJson) : value;
}
