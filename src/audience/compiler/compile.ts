import type { Parameters } from '../../platform/neo4j/database.ts';
import type { Rule } from '../rules/index.ts';
import { movedTo, valueAt } from './clock/moved-to.ts';
import { toParameter } from './cypher/names.ts';
import { printCypher } from './cypher/print-cypher.ts';
import { type Chosen, chooseStart } from './passes/choose-start.ts';
import { shareParts } from './passes/share-parts.ts';
import { simplify } from './passes/simplify.ts';
import { useRolledFigures } from './passes/use-rolled-figures.ts';
import type { Condition, Plan } from './plan.ts';
import type { ResolveContext } from './resolve/context.ts';
import { resolve } from './resolve/resolve.ts';
import { defaultStatistics, type Statistics } from './statistics/statistics.ts';

/** What a compilation depends on beside the rule. */
export interface CompileContext extends ResolveContext {
  /** Kinds of identifiers that are phone numbers: customers who state the same one are a household. */
  readonly phoneKinds: readonly string[];
  /** What is known of the graph's values; rough guesses without. Only the speed of the result depends on it. */
  readonly statistics?: Statistics;
  /** False leaves out the optional passes: same rows, found the plain way. Default true. */
  readonly optimise?: boolean;
  /** Only so many rows will be read, in the order of an index: then the first ones matter, not all of them. */
  readonly firstRows?: number;
  /** More Cypher predicates on `node`, ANDed with the rule in one WHERE. Written by this program, never by a user. */
  readonly and?: readonly string[];
  /** The parameters of those predicates. */
  readonly parameters?: Parameters;
  /** Select only among the objects whose keys (customers: ids) are in the parameter `$ids`, starting at them. */
  readonly restrictToIds?: boolean;
  /** The variable in scope that holds those keys, where they are no parameter. */
  readonly keysIn?: string;
}

/** A rule that is ready to run. */
export interface CompiledRule {
  /** Clauses that end with one row per selected object, in scope: `node` only; no RETURN. */
  readonly text: string;
  readonly parameters: Parameters;
  readonly plan: Plan;
  /** What it should cost, as `Chosen` says; 0 where the caller gives the start, or no start was chosen. */
  readonly cost: number;
}

/**
 * Compiles a rule to Cypher. Values are parameters, so rules that differ only in values share one text.
 * Throws DomainError INVALID_RULE for names, operators, values or segments that are unknown.
 */
export function compileRule(rule: Rule, context: CompileContext): CompiledRule {
  return prepareRule(rule, context).at(context.asOf, context.parameters);
}

/** A rule whose text stands, while the clock and the parameters of the caller's predicates may still change. */
export interface PreparedRule {
  /** Whether it holds at other instants than its own. */
  readonly moves: boolean;
  at(asOf: Date, parameters?: Parameters): CompiledRule;
}

/** Does once what compiling the rule takes. Throws as `compileRule`. */
export function prepareRule(rule: Rule, context: CompileContext): PreparedRule {
  const { and = [], parameters: given = {}, phoneKinds, keysIn = null } = context;
  const { plan, cost } = planRule(rule, context);
  const parameterNames = ['ids', ...Object.keys(given)];
  const { text, parameters: own, moving } = printCypher(plan, { predicates: and, parameterNames, phoneKinds, keysIn });
  return {
    moves: moving !== null,
    at: (asOf, parameters) => {
      const moved = [...(moving ?? [])].map(([name, value]) => [name, toParameter(valueAt(value, asOf))]);
      return {
        text,
        parameters: { ...parameters, ...own, ...Object.fromEntries(moved) },
        plan: movedTo(plan, asOf),
        cost,
      };
    },
  };
}

/**
 * What a rule asks of one object, without any decision how to get at those for which it holds: for readers other than Cypher.
 * Throws DomainError INVALID_RULE like `compileRule`.
 */
export function conditionOf(rule: Rule, context: ResolveContext): Condition {
  return simplify(useRolledFigures(simplify(resolve(rule, context)))).filter;
}

function planRule(rule: Rule, context: CompileContext): Chosen {
  const { optimise = true, restrictToIds = false, statistics = defaultStatistics, firstRows } = context;
  const resolved = resolve(rule, context);
  const plan: Plan = restrictToIds ? { ...resolved, source: { kind: 'Given' } } : resolved;
  if (!optimise) return { plan, cost: 0 };
  return chooseStart(shareParts(simplify(useRolledFigures(simplify(plan)))), statistics, firstRows);
}
