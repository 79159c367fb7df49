import neo4j from 'neo4j-driver';
import type { Database, Parameters, Query } from '../../src/platform/neo4j/database.ts';
import { toParameters } from '../../src/platform/neo4j/to-neo4j.ts';
import { workerDatabase } from '../support/database.ts';

/** What one step of a plan did. */
export interface Operator {
  readonly name: string;
  readonly rows: number;
}

interface PlanNode {
  readonly operatorType: string;
  readonly rows?: number;
  readonly children: readonly PlanNode[];
}

/** Does some work, then runs its statements again under PROFILE: all their operators. */
export async function profileOf(database: Database, work: () => Promise<unknown>): Promise<Operator[]> {
  const sent: { query: Query; parameters: Parameters }[] = [];
  const stop = database.observe((query, parameters) => sent.push({ query, parameters }));
  await work();
  stop();
  const { uri, user, password } = workerDatabase();
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password ?? ''));
  try {
    const operators: Operator[] = [];
    for (const { query, parameters } of sent) {
      const { summary } = await driver.executeQuery(`PROFILE ${query.text}`, toParameters(parameters));
      if (summary.profile) collect(summary.profile as unknown as PlanNode, operators);
    }
    return operators;
  } finally {
    await driver.close();
  }
}

function collect(node: PlanNode, operators: Operator[]): void {
  operators.push({ name: node.operatorType.replace(/@.*/, ''), rows: Number(node.rows ?? 0) });
  for (const child of node.children) collect(child, operators);
}
