import type { Scope } from '../rules/index.ts';
import { printCypher } from './cypher/print-cypher.ts';
import { expectRows } from './passes/expect-rows.ts';
import type { Condition, Find, Plan } from './plan.ts';
import { printFindAlone } from './print-plan.ts';
import type { Statistics } from './statistics/statistics.ts';

/** One find of a plan, in the order in which they are done: what is found first comes first. */
export interface PlanStep {
  /** How many finds stand around it; 0 is the one that gives the result. */
  readonly depth: number;
  readonly scope: Scope;
  /** START reads objects of a scope, WALK goes over from those of the step before, UNITE puts several steps together. */
  readonly kind: 'START' | 'WALK' | 'UNITE';
  /** Its objects are looked up once, to ask others whether they are among them. */
  readonly set: boolean;
  /** The find without those that it stands on, as `printPlan` writes it. */
  readonly text: string;
  /** How many objects it should give by what is known of the graph; may be a fraction. */
  readonly expectedRows: number;
  /** Clauses that give its objects as `node`; null for lines, which are relationships. */
  readonly statement: { readonly text: string; readonly parameters: Readonly<Record<string, unknown>> } | null;
}

/** The steps of a plan. */
export function planSteps(plan: Plan, statistics: Statistics, phoneKinds: readonly string[]): readonly PlanStep[] {
  const stepsOf = (find: Find, depth: number, set: boolean): PlanStep[] => {
    const { source } = find;
    const before = source.kind === 'From' ? [source.find] : source.kind === 'Either' ? source.finds : [];
    const step: PlanStep = {
      depth,
      scope: find.scope,
      kind: source.kind === 'From' ? 'WALK' : source.kind === 'Either' ? 'UNITE' : 'START',
      set,
      text: printFindAlone(find),
      expectedRows: expectRows(find, statistics),
      statement:
        find.scope === 'line'
          ? null
          : printCypher(find, { predicates: [], parameterNames: [], keysIn: null, phoneKinds }),
    };
    return [
      ...setsOf(find.filter).flatMap((inner) => stepsOf(inner, depth + 1, true)),
      ...before.flatMap((inner) => stepsOf(inner, depth + 1, false)),
      step,
    ];
  };
  return stepsOf(plan, 0, false);
}

function setsOf(condition: Condition): Find[] {
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.conditions.flatMap(setsOf);
    case 'Negation':
      return setsOf(condition.condition);
    case 'Found':
      return [condition.find];
    default:
      return [];
  }
}
