import { checkCount } from '../../platform/check-count.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Row } from '../../platform/neo4j/database.ts';
import { type CustomerRow, customerFromNode } from '../../profile/customer360/customer-row.ts';
import { printRule, type Rule, ruleToFilter } from '../rules/index.ts';
import type { CompileSelection } from '../selection/compile-selection.ts';
import { isEveryone, readSelection, type SelectionInput, sourceOf } from '../selection/read-selection.ts';
import { indent, type Statement, withPrefix } from '../selection/statement.ts';

const LARGEST_SAMPLE = 250;
const DEFAULT_SAMPLE = 10;

export interface PreviewInput extends SelectionInput {
  readonly asOf?: Date | null;
  /** How many customers to show, 0 to 250; default 10. */
  readonly sample?: number | null;
}

/** What a rule would select at an instant. */
export interface SegmentPreview {
  readonly count: number;
  /** The first ones by id, so that the same rule shows the same customers. */
  readonly sample: readonly CustomerRow[];
  /** Canonical text, and the same rule as a CustomerFilter. */
  readonly rule: string;
  readonly filter: unknown;
  readonly asOf: Date;
  /** Each part of the outermost `and` or `or` alone; the whole rule when it is neither; none for everyone. */
  readonly clauses: readonly { readonly rule: string; readonly count: number }[];
  readonly elapsedMs: number;
}

export interface PreviewDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly compile: CompileSelection;
}

/** Counts and samples in one statement, so that all of it speaks of the same graph. Errors: BAD_USER_INPUT, INVALID_RULE. */
export async function previewSegment(deps: PreviewDependencies, input: PreviewInput): Promise<SegmentPreview> {
  const started = performance.now();
  const sampleSize = checkCount('sample', input.sample ?? DEFAULT_SAMPLE, LARGEST_SAMPLE, 0);
  const rule = readSelection(input, 'customer', deps.timeZone);
  const asOf = input.asOf ?? deps.clock.now();
  const segments = await deps.compile.resolve(rule, sourceOf(input));
  const whole = deps.compile.now(rule, { asOf, segments });
  const clauses = clausesOf(rule);
  const counted = clauses.length > 1 ? clauses : [];
  const parts = counted.map((clause, index) =>
    withPrefix(deps.compile.now(clause, { asOf, segments }), `clause${index}_`),
  );
  const [row] = await deps.database.read<{ count: number; sample: Row[]; counts: number[] }>(
    { name: 'segments.preview', text: previewText(whole, parts) },
    Object.assign({ sampleSize }, whole.parameters, ...parts.map((part) => part.parameters)),
  );
  if (!row) throw new Error('The preview gave no row.');
  return {
    count: row.count,
    sample: row.sample.map(customerFromNode),
    rule: printRule(rule),
    filter: ruleToFilter(rule),
    asOf,
    clauses: clauses.map((clause, index) => ({ rule: printRule(clause), count: row.counts[index] ?? row.count })),
    elapsedMs: performance.now() - started,
  };
}

/** The parts of the outermost connective. */
function clausesOf(rule: Rule): readonly Rule[] {
  if (isEveryone(rule)) return [];
  return rule.kind === 'And' || rule.kind === 'Or' ? rule.rules : [rule];
}

function previewText(whole: Statement, parts: readonly Statement[]): string {
  const counts = parts.map(
    (part, index) => `CALL () {\n${indent(part.text)}\n  RETURN count(node) AS count${index}\n}`,
  );
  return `CALL () {
${indent(whole.text)}
  RETURN count(node) AS count
}
CALL () {
${indent(whole.text)}
  WITH node ORDER BY node.id LIMIT $sampleSize
  RETURN collect(node) AS sample
}
${counts.join('\n')}
RETURN count, sample, [${parts.map((_, index) => `count${index}`).join(', ')}] AS counts`;
}
