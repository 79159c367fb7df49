import type { Plan, ProfiledPlan } from 'neo4j-driver';
import type { QueryOperator } from './database.ts';

const number = (value: unknown): number | null => (value === undefined || value === null ? null : Number(value));

/** The operators of a driver's plan, or of its profile. */
export function fromPlan(plan: Plan | ProfiledPlan): QueryOperator {
  const { EstimatedRows: estimated, Details: details } = plan.arguments;
  const ran = 'dbHits' in plan ? plan : null;
  return {
    name: plan.operatorType.replace(/@.*$/, ''),
    details: details === undefined ? '' : String(details),
    estimatedRows: number(estimated) ?? 0,
    rows: ran && number(ran.rows),
    dbHits: ran && number(ran.dbHits),
    children: plan.children.map(fromPlan),
  };
}
