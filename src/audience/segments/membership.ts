import type { Database, Parameters } from '../../platform/neo4j/database.ts';
import type { Rule } from '../rules/index.ts';
import type { CompileSelection } from '../selection/compile-selection.ts';
import { withPrefix } from '../selection/statement.ts';
import type { ReadSegment } from './segment-catalogue.ts';

interface MembershipDependencies {
  readonly database: Database;
  readonly compile: CompileSelection;
}

/** Segments, and the rules of all segments that they name, directly or not. */
export interface ReadSegments {
  readonly segments: readonly ReadSegment[];
  readonly rules: ReadonlyMap<string, Rule>;
}

/** How many customers each segment holds at an instant, by segment id: one statement for all. */
export async function countMembers(
  { database, compile }: MembershipDependencies,
  { segments, rules }: ReadSegments,
  asOf: Date,
): Promise<ReadonlyMap<string, number>> {
  if (segments.length === 0) return new Map();
  const statement = union(
    segments.map((segment) => {
      const { text, parameters } = compile.now(segment.rule, { asOf, segments: rules });
      return { id: segment.id, text: `${text}\nRETURN $segmentId AS segmentId, count(node) AS size`, parameters };
    }),
  );
  const rows = await database.read<{ segmentId: string; size: number }>(
    { name: 'segments.sizes', text: statement.text },
    statement.parameters,
  );
  return new Map(rows.map((row) => [row.segmentId, row.size]));
}

/** Which of the segments each customer is in at an instant, by customer id: one statement for all, which starts at the customers. */
export async function findMemberships(
  { database, compile }: MembershipDependencies,
  { segments, rules }: ReadSegments,
  customerIds: readonly string[],
  asOf: Date,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map(customerIds.map((id) => [id, new Set<string>()]));
  if (segments.length === 0 || found.size === 0) return found;
  const ids = [...found.keys()];
  const statement = union(
    segments.map((segment) => {
      const options = { asOf, segments: rules, restrictToIds: true };
      const { text, parameters } = compile.now(segment.rule, options);
      return {
        id: segment.id,
        text: `${text}\nRETURN $segmentId AS segmentId, collect(node.id) AS customerIds`,
        parameters: { ...parameters, ids },
      };
    }),
  );
  const rows = await database.read<{ segmentId: string; customerIds: string[] }>(
    { name: 'segments.ofCustomers', text: statement.text },
    statement.parameters,
  );
  for (const row of rows) for (const id of row.customerIds) found.get(id)?.add(row.segmentId);
  return found;
}

function union(parts: readonly { id: string; text: string; parameters: Parameters }[]) {
  const renamed = parts.map(({ id, text, parameters }, index) =>
    withPrefix({ text, parameters: { ...parameters, segmentId: id } }, `segment${index}_`, ['ids']),
  );
  return {
    text: renamed.map((part) => part.text).join('\nUNION ALL\n'),
    parameters: Object.assign({}, ...renamed.map((part) => part.parameters)) as Parameters,
  };
}
