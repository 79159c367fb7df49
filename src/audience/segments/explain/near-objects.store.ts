import { fromMinor } from '../../../platform/money.ts';
import type { Transaction } from '../../../platform/neo4j/database.ts';
import { printValue } from '../../compiler/index.ts';
import { indent, withPrefix } from '../../selection/statement.ts';
import { chunksOf, type VerdictQuestion } from './explain.store.ts';
import { nodeOf, type ShownScope, walks } from './relation-evidence.ts';

/** Among so many of a customer's related objects, the newest, the nearest are looked for. */
const CANDIDATES = 500;

/** Which related objects to look at, and which of them stand nearest where they meet equally much. */
export interface CandidateQuestion {
  readonly key: string;
  readonly relation: keyof typeof walks;
  /** Cypher terms about `related`, best first. */
  readonly preference: readonly string[];
}

/** Keys of the newest related objects of a customer, the preferred ones first, for each question. */
export async function readCandidates(
  transaction: Transaction,
  customerId: string,
  questions: readonly CandidateQuestion[],
  phoneKinds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const parts = questions.map(({ relation, preference }, index) => {
    const { match, newest, key } = walks[relation];
    const order = [...preference, newest('related')].join(', ');
    return `CALL (customer) {
${indent(match)}
  WITH DISTINCT related ORDER BY ${newest('related')} LIMIT $most
  WITH related ORDER BY ${order}
  RETURN collect(related.${key}) AS keys${index}
}`;
  });
  const text = `MATCH (customer:Customer {id: $customerId})
${parts.join('\n')}
RETURN [${parts.map((_, index) => `keys${index}`).join(', ')}] AS candidates`;
  const [row] = await transaction.run<{ candidates: string[][] }>(
    { name: 'explain.candidates', text },
    { customerId, most: CANDIDATES, phoneKinds },
  );
  return new Map(questions.map(({ key }, index) => [key, row?.candidates[index] ?? []]));
}

/** Which of the objects each compiled clause selects, by the question's key. */
export async function readMatching(
  transaction: Transaction,
  scope: ShownScope,
  ids: readonly string[],
  questions: readonly VerdictQuestion[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const matching = new Map<string, ReadonlySet<string>>();
  const { key: property } = nodeOf(scope);
  for (const chunk of chunksOf(questions)) {
    if (chunk.length === 0) continue;
    const parts = chunk.map(({ select }, index) => withPrefix(select, `clause${index}_`, ['ids']));
    const calls = parts.map(
      (part, index) => `CALL () {\n${indent(part.text)}\n  RETURN collect(node.${property}) AS keys${index}\n}`,
    );
    const text = `${calls.join('\n')}\nRETURN [${parts.map((_, index) => `keys${index}`).join(', ')}] AS matching`;
    const parameters = Object.assign({}, ...parts.map((part) => part.parameters), { ids });
    const [row] = await transaction.run<{ matching: string[][] }>({ name: 'explain.matching', text }, parameters);
    for (const [index, { key }] of chunk.entries()) matching.set(key, new Set(row?.matching[index]));
  }
  return matching;
}

/** The values that paths lead to from each object, as plain JSON, by the object's key; in the order of the paths. */
export async function readValues(
  transaction: Transaction,
  scope: ShownScope,
  keys: readonly string[],
  paths: readonly (readonly string[])[],
  currency: string,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  if (paths.length === 0 || keys.length === 0) return new Map();
  const node = nodeOf(scope);
  const printed = paths.map((path) => printValue(path, scope, 'node'));
  const text = `UNWIND $keys AS key
MATCH (node:${node.label} {${node.key}: key})
RETURN key, [${printed.map((value) => value.text).join(', ')}] AS values`;
  const rows = await transaction.run<{ key: string; values: unknown[] }>({ name: 'explain.values', text }, { keys });
  const show = (value: unknown, index: number) => {
    if (value instanceof Date) return value.toISOString();
    return printed[index]?.money && typeof value === 'number'
      ? { amount: fromMinor(value, currency), currency }
      : value;
  };
  return new Map(rows.map(({ key, values }) => [key, values.map(show)]));
}
