import type { Scope } from '../../rules/index.ts';
import { all, always, conjunctsOf, needsOne, not } from '../conditions.ts';
import { hopOf } from '../model.ts';
import type { Condition, Find, Found, Plan, Source } from '../plan.ts';
import { setsOf } from '../sets.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { COST, costOf, costOfStep } from './cost.ts';
import { fractionOf } from './estimate.ts';
import { seekFraction } from './indexes.ts';

/**
 * Lets the plan start where the fewest objects have to be looked at. "Bought product X at a store that is LOW" read as a filter walks
 * the orders of every customer; begun at the product it walks only those that hold the product. The database's planner does not turn
 * one into the other, so it is done here, by counts that are kept of the graph. In the same way what nobody may have ("never bought
 * X") is looked up once instead of asked of everyone, where that is less.
 */
export function chooseStart(plan: Plan, statistics: Statistics, firstRows?: number): Chosen {
  if (plan.source.kind !== 'Everything') return { plan, cost: 0 };
  const conditions = conjunctsOf(plan.filter);
  const best = cheapest(plan.scope, conditions, statistics);
  const costInOrder = firstRows ? costOfFirst(firstRows, plan, statistics) : Number.POSITIVE_INFINITY;
  if (!best || costInOrder <= best.cost) return { plan, cost: best ? costInOrder : 0 };
  return { plan: best.find, cost: best.cost };
}

/** A plan, and what it should cost: about as much as reading so many entries of an index. 0 where its start was given. */
export interface Chosen {
  readonly plan: Plan;
  readonly cost: number;
}

/** What it costs to read all objects in the order of an index, until so many have passed the filter. */
function costOfFirst(rows: number, { scope, filter }: Plan, statistics: Statistics): number {
  const total = statistics.totals[scope];
  const passing = Math.max(1, total * fractionOf(filter, scope, statistics));
  return total * (1 + costOf(filter, scope, statistics)) * Math.min(1, rows / passing);
}

/** A way to get objects: what it costs, in the unit of `COST`, and how many it gives. */
interface Start {
  readonly source: Source;
  readonly cost: number;
  readonly rows: number;
}

interface Way extends Omit<Start, 'source'> {
  readonly find: Find;
}

/** A condition with what it costs per object, the share that passes it, and the way to the objects that it opens. */
interface Conjunct {
  readonly condition: Condition;
  readonly cost: number;
  readonly fraction: number;
  readonly start: Start | null;
}

const MOST_BRANCHES = 8;
// Kept objects take memory of the database: about 100 bytes each.
const MOST_KEPT = 500_000;

/** The cheapest way to the objects for which all conditions hold. Null for lines without a start: they are no nodes. */
function cheapest(scope: Scope, conditions: readonly Condition[], statistics: Statistics): Way | null {
  const conjuncts = conditions.map((condition) => ({
    condition,
    cost: costOf(condition, scope, statistics),
    fraction: fractionOf(condition, scope, statistics),
    start: startAt(condition, scope, statistics),
  }));
  let best = scope === 'line' ? null : filtered(scope, everything(scope, conjuncts, statistics), conjuncts);
  for (const conjunct of conjuncts) {
    if (!conjunct.start || isNegative(conjunct.condition)) continue;
    const rest = conjuncts.filter((other) => other !== conjunct);
    const way = filtered(scope, conjunct.start, rest);
    if (!best || way.cost < best.cost) best = way;
  }
  return best;
}

/** All objects, or those that the best index gives. */
function everything(scope: Scope, conjuncts: readonly Conjunct[], statistics: Statistics): Start {
  const seeks = conjuncts.map(({ condition }) => seekFraction(condition, scope, statistics) ?? 1);
  const read = 1 + statistics.totals[scope] * Math.min(1, ...seeks);
  // the index has left out the rest already, but the estimate of each filter counts it once more: too few rows, never too many
  return { source: { kind: 'Everything' }, cost: read, rows: read };
}

const isNegative = (condition: Condition) => condition.kind === 'Negation';

/** The way that one condition opens to the objects it holds of, or for a negation to those it does not hold of. */
function startAt(condition: Condition, scope: Scope, statistics: Statistics): Start | null {
  switch (condition.kind) {
    case 'Any':
      return startAtAny(condition.conditions, scope, statistics);
    case 'Negation':
      return condition.condition.kind === 'Related' ? startAt(condition.condition, scope, statistics) : null;
    case 'Found':
      return startAtRanked(condition, statistics);
    case 'Reach':
    case 'Related':
      break;
    default:
      return null;
  }
  const { hop } = condition;
  const tests = condition.kind === 'Related' ? condition.tests : [];
  if (!needsOne(tests)) return null;
  const { to, many } = hopOf(scope, hop);
  // sets are looked up before objects that are found, and a line is found within a pattern
  if (to === 'line' && setsOf(condition.condition).length > 0) return null;
  const inner = cheapest(to, conjunctsOf(condition.condition), statistics);
  if (!inner || leadsBack(scope, inner.find)) return null;
  const rows = many ? inner.rows : statistics.totals[scope] * fractionOf(condition.condition, to, statistics, 'links');
  const cost = inner.cost + rows * (costOfStep(scope, hop) + tests.length * COST.measure);
  return { source: { kind: 'From', hop, find: inner.find, tests }, cost, rows };
}

/** Those that are ranked have to be looked up in any case. */
function startAtRanked(condition: Found, statistics: Statistics): Start | null {
  const { scope, source } = condition.find;
  if (source.kind !== 'Ranked') return null;
  const total = statistics.totals[scope];
  const each = source.by.kind === 'Value' ? COST.property : COST.subquery + COST.step;
  return { source, cost: total * each, rows: total * fractionOf(condition, scope, statistics) };
}

/** Lines of an order that are found from that same order: as well ask the order. */
function leadsBack(scope: Scope, { scope: found, source }: Find): boolean {
  return found === 'line' && source.kind === 'From' && source.hop === scope;
}

/** Finds the objects of each branch by itself. */
function startAtAny(branches: readonly Condition[], scope: Scope, statistics: Statistics): Start | null {
  if (branches.length > MOST_BRANCHES || scope === 'line') return null;
  const ways: Way[] = [];
  for (const branch of branches) {
    const way = cheapest(scope, conjunctsOf(branch), statistics);
    if (!way) return null;
    ways.push(way);
  }
  const rows = ways.reduce((sum, way) => sum + way.rows, 0);
  const cost = ways.reduce((sum, way) => sum + way.cost, rows * COST.keep);
  return { source: { kind: 'Either', finds: ways.map((way) => way.find) }, cost, rows };
}

/** Adds the filters and what they cost: the cheap ones come first, each seeing only what those before it let through. */
function filtered(scope: Scope, { source, ...start }: Start, conjuncts: readonly Conjunct[]): Way {
  let { cost, rows } = start;
  const chosen = new Map<Conjunct, Condition>();
  for (const conjunct of [...conjuncts].sort((left, right) => left.cost - right.cost)) {
    const asked = rows * conjunct.cost;
    const lookedUp = rows * COST.lookUp + keepingCost(conjunct);
    if (lookedUp < asked) chosen.set(conjunct, among(scope, conjunct));
    cost += Math.min(asked, lookedUp);
    rows *= conjunct.fraction;
  }
  const filter = all(conjuncts.map((conjunct) => chosen.get(conjunct) ?? conjunct.condition));
  return { find: { kind: 'Find', scope, source, filter }, cost, rows };
}

/** What it costs to look up once all objects that the condition, or what it negates, holds of. */
function keepingCost({ condition, start }: Conjunct): number {
  const related = condition.kind === 'Negation' ? condition.condition : condition;
  if (!start || related.kind !== 'Related' || start.rows > MOST_KEPT) return Number.POSITIVE_INFINITY;
  return start.cost + start.rows * COST.keep;
}

function among(scope: Scope, { condition, start }: Conjunct): Condition {
  if (!start) return condition;
  const found: Condition = { kind: 'Found', find: { kind: 'Find', scope, source: start.source, filter: always } };
  return isNegative(condition) ? not(found) : found;
}
