import type { Parameters, Row, Transaction } from '../../../platform/neo4j/database.ts';
import { indent, type Statement, withPrefix } from '../../selection/statement.ts';
import { type FoundRelation, type RelationWalk, walks } from './relation-evidence.ts';

/** Clauses in one statement: more would take the planner longer than a further round trip. */
const CLAUSES_PER_STATEMENT = 20;
const SHOWN = 10;
/** Of so many related objects, the newest, `where` is asked: an answer about one customer has a bound. */
const CONSIDERED = 10_000;

/** A compiled clause: does it select the customer? */
export interface VerdictQuestion {
  readonly key: string;
  readonly select: Statement;
}

/** The customer as it is, and which of the clauses select it; null when it is not there any more. */
export async function readVerdicts(
  transaction: Transaction,
  customerId: string,
  questions: readonly VerdictQuestion[],
): Promise<{ customer: Row; matched: ReadonlyMap<string, boolean> } | null> {
  const matched = new Map<string, boolean>();
  let customer: Row | null = null;
  for (const chunk of chunksOf(questions)) {
    const parts = chunk.map(({ select }, index) => withPrefix(select, `clause${index}_`, ['ids']));
    const calls = parts.map(
      (part, index) => `CALL () {\n${indent(part.text)}\n  RETURN count(node) > 0 AS verdict${index}\n}`,
    );
    const text = `MATCH (customer:Customer {id: $customerId})
${calls.join('\n')}
RETURN customer, [${parts.map((_, index) => `verdict${index}`).join(', ')}] AS verdicts`;
    const parameters = merge(parts, { customerId, ids: [customerId] });
    const [row] = await transaction.run<{ customer: Row; verdicts: boolean[] }>(
      { name: 'explain.verdicts', text },
      parameters,
    );
    if (!row) return null;
    customer = row.customer;
    for (const [index, { key }] of chunk.entries()) matched.set(key, row.verdicts[index] === true);
  }
  return customer && { customer, matched };
}

/** A compiled `where` of a relation (null: all); its first WHERE holds `node.<key> IN keys`. */
export interface RelationQuestion {
  readonly key: string;
  readonly relation: keyof typeof walks;
  readonly where: Statement | null;
}

/** What each relation clause found for the customer. */
export async function readRelations(
  transaction: Transaction,
  customerId: string,
  questions: readonly RelationQuestion[],
  phoneKinds: readonly string[],
): Promise<ReadonlyMap<string, FoundRelation>> {
  const found = new Map<string, FoundRelation>();
  if (questions.length === 0) return found;
  for (const chunk of chunksOf(questions)) {
    const parts = chunk.map(({ relation, where }, index) => relationPart(walks[relation], where, index));
    const text = `MATCH (customer:Customer {id: $customerId})
${parts.map((part) => part.text).join('\n')}
RETURN [${parts.map((_, index) => `answer${index}`).join(', ')}] AS answers`;
    const [row] = await transaction.run<{ answers: FoundRelation[] }>(
      { name: 'explain.relations', text },
      merge(parts, { customerId, shown: SHOWN, considered: CONSIDERED, phoneKinds }),
    );
    for (const [index, { key }] of chunk.entries()) {
      const answer = row?.answers[index];
      if (answer) found.set(key, answer);
    }
  }
  return found;
}

function relationPart(walk: RelationWalk, where: Statement | null, index: number): Statement {
  const part = where ? withPrefix(where, `clause${index}_`) : { text: 'UNWIND relatedNodes AS node', parameters: {} };
  return {
    text: `CALL (customer) {
${indent(walk.match)}
  WITH DISTINCT related ORDER BY ${walk.newest('related')}
  WITH collect(related) AS allRelated
  WITH size(allRelated) AS related, ${where ? 'allRelated[..$considered]' : 'allRelated'} AS relatedNodes
  WITH related, relatedNodes, [related IN relatedNodes | related.${walk.key}] AS keys
  CALL (keys, relatedNodes) {
${indent(indent(part.text))}
    WITH node ORDER BY ${walk.newest('node')}
    RETURN count(node) AS matched, ${walk.sum} AS totalMinor, collect(node.${walk.key})[..$shown] AS found
  }
  RETURN {related: related, considered: size(keys), matched: matched, totalMinor: totalMinor, keys: found} AS answer${index}
}`,
    parameters: part.parameters,
  };
}

/** As many questions as one statement takes, at a time; one empty portion for none. */
export function chunksOf<T>(questions: readonly T[]): (readonly T[])[] {
  const chunks = [];
  for (let at = 0; at === 0 || at < questions.length; at += CLAUSES_PER_STATEMENT) {
    chunks.push(questions.slice(at, at + CLAUSES_PER_STATEMENT));
  }
  return chunks;
}

function merge(parts: readonly Statement[], own: Parameters): Parameters {
  return Object.assign({}, ...parts.map((part) => part.parameters), own);
}
