import { LRUCache } from 'lru-cache';
import type { Rule } from '../rules/index.ts';
import { type CompileContext, type CompiledRule, compileRule, type PreparedRule, prepareRule } from './compile.ts';

interface Kept {
  readonly rule: PreparedRule;
  readonly context: CompileContext;
}

/** A start that was chosen for today is a good one for so long. */
const CHOSEN_FOR_MS = 86_400_000;
/** Of one rule: its pages, its count, the same among some customers. */
const MOST_OF_A_RULE = 8;

/**
 * Compiles as `compileRule`, and keeps what it makes: the same rule object, asked again of the same statistics, costs only the values
 * that moved with the clock. Rules that name others are compiled each time, as the others may have changed.
 */
export function createCompiler(): typeof compileRule {
  const kept = new WeakMap<Rule, LRUCache<string, Kept>>();
  return (rule: Rule, context: CompileContext): CompiledRule => {
    if ((context.segments?.size ?? 0) > 0) return compileRule(rule, context);
    const ofRule = kept.get(rule) ?? new LRUCache<string, Kept>({ max: MOST_OF_A_RULE });
    kept.set(rule, ofRule);
    const key = keyOf(context);
    const known = ofRule.get(key);
    if (known && serves(known, context)) return known.rule.at(context.asOf, context.parameters);
    const made = prepareRule(rule, context);
    if (made.moves) ofRule.set(key, { rule: made, context });
    return made.at(context.asOf, context.parameters);
  };
}

/** What the text follows from beside the rule, where it is small. */
function keyOf({
  scope,
  timeZone,
  currency,
  optimise,
  firstRows,
  restrictToIds,
  keysIn,
  and,
  parameters = {},
}: CompileContext) {
  const names = Object.keys(parameters);
  return JSON.stringify([scope, timeZone, currency, optimise, firstRows, restrictToIds, keysIn, and, names]);
}

function serves({ context: { statistics, lifecycle, phoneKinds, asOf } }: Kept, asked: CompileContext): boolean {
  const isSame = statistics === asked.statistics && lifecycle === asked.lifecycle && phoneKinds === asked.phoneKinds;
  return isSame && Math.abs(asked.asOf.getTime() - asOf.getTime()) <= CHOSEN_FOR_MS;
}
