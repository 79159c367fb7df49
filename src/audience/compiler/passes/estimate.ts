import type { Scope } from '../../rules/index.ts';
import { needsOne } from '../conditions.ts';
import { hopOf } from '../model.ts';
import type { Anniversary, Comparison, Condition, Found, ListHolds, OneOf, Related } from '../plan.ts';
import { type Statistics, weekOf } from '../statistics/statistics.ts';

/** What a fraction is of: the objects themselves, or the orders and lines that lead to them. */
export type Weight = 'objects' | 'links';

/** The share of a scope's objects, or of what leads to them, for which the condition holds; 0 to 1. */
export function fractionOf(
  condition: Condition,
  scope: Scope,
  statistics: Statistics,
  weight: Weight = 'objects',
): number {
  const inner = (part: Condition) => fractionOf(part, scope, statistics, weight);
  switch (condition.kind) {
    case 'Constant':
      return condition.value ? 1 : 0;
    case 'All':
      return condition.conditions.reduce((product, part) => product * inner(part), 1);
    case 'Any':
      return 1 - condition.conditions.reduce((product, part) => product * (1 - inner(part)), 1);
    case 'Negation':
      return 1 - inner(condition.condition);
    case 'Reach':
      return fractionOf(condition.condition, hopOf(scope, condition.hop).to, statistics, 'links');
    case 'Related':
      return fractionRelated(condition, scope, statistics);
    case 'Found':
      return fractionFound(condition, statistics);
    case 'Share':
    case 'Followed':
    case 'Habit':
      return GUESS.measure;
    case 'Elapsed':
      return GUESS.known;
    case 'FieldComparison':
      return condition.operator === '=' ? GUESS.value : GUESS.range;
    case 'Anniversary':
      return fractionOfDays(condition);
    case 'Comparison':
      return fractionCompared(condition, scope, statistics, weight);
    case 'OneOf':
    case 'ListHolds':
      return fractionListed(condition, scope, statistics, weight);
    case 'TermHolds':
      return GUESS.term;
    case 'Flag':
      return GUESS.flag;
    case 'Known':
    case 'ListKnown':
      return GUESS.known;
    case 'TextMatch':
    case 'ListTextMatch':
      return GUESS.textMatch;
  }
}

function fractionFound({ find }: Found, { totals }: Statistics): number {
  if (find.source.kind !== 'Ranked') return GUESS.measure;
  const { size } = find.source;
  if (size.kind === 'Share') return Number(size.parts) / Number(size.whole);
  return Math.min(1, Number(size.count) / Math.max(1, totals[find.scope]));
}

/** Birthdays are spread over the year. */
function fractionOfDays({ spans }: Anniversary): number {
  const days = spans.reduce(
    (sum, { from, to }) => sum + Math.floor(to / 100 - from / 100) * 30 + ((to % 100) - (from % 100)) + 1,
    0,
  );
  return Math.min(1, Math.max(1, days) / 365) * GUESS.known;
}

/** How many objects are at the other end of a to-many step, on average. */
export function fanOut(scope: Scope, related: Scope, { totals }: Statistics): number {
  return totals[related] / Math.max(1, totals[scope]);
}

/** Used where nothing is known of a property. */
const GUESS = {
  value: 0.05,
  category: 0.01,
  promotion: 0.02,
  term: 0.01,
  range: 0.3,
  flag: 0.9,
  known: 0.9,
  textMatch: 0.1,
  measure: 0.5,
};

// One value names one object (or, for a customer's display name, hardly more).
const identifying = new Set(['id', 'key', 'sku', 'code', 'number', 'displayName']);

function fractionRelated({ hop, condition, tests }: Related, scope: Scope, statistics: Statistics): number {
  const { to } = hopOf(scope, hop);
  const each = fractionOf(condition, to, statistics);
  const some = 1 - (1 - each) ** fanOut(scope, to, statistics);
  if (tests.length === 0) return some;
  return needsOne(tests) ? some * GUESS.measure : 1 - some * GUESS.measure;
}

function fractionCompared(leaf: Comparison, scope: Scope, statistics: Statistics, weight: Weight): number {
  const { property, operator, value } = leaf;
  if (operator === '=') return fractionOfValue(property, value.value, scope, statistics, weight);
  if (operator === '<>') return 1 - fractionOfValue(property, value.value, scope, statistics, weight);
  if (value.type === 'instant') return fractionOfTime(leaf, scope, statistics);
  if (value.type === 'whole') return fractionOfRange(leaf, scope, statistics);
  return GUESS.range;
}

function fractionListed(leaf: OneOf | ListHolds, scope: Scope, statistics: Statistics, weight: Weight): number {
  const values = leaf.kind === 'OneOf' ? leaf.values.values : leaf.values;
  const fractions = values.map((value) => fractionOfValue(leaf.property, value, scope, statistics, weight));
  if (leaf.kind === 'ListHolds' && leaf.quantifier === 'all') return Math.min(1, ...fractions);
  const sum = Math.min(
    1,
    fractions.reduce((total, fraction) => total + fraction, 0),
  );
  return leaf.kind === 'OneOf' && !leaf.among ? 1 - sum : sum;
}

function fractionOfValue(
  property: string,
  value: string,
  scope: Scope,
  statistics: Statistics,
  weight: Weight,
): number {
  const total = Math.max(1, statistics.totals[scope]);
  const known = statistics.values.get(`${scope}.${property}`);
  if (!known) return guessOfValue(property, total);
  const frequency = known.frequencies.get(value);
  if (weight === 'objects' || !frequency) return (frequency?.objects ?? (known.complete ? 0 : 1)) / total;
  return frequency.links / Math.max(1, linksTo(scope, statistics));
}

function guessOfValue(property: string, total: number): number {
  if (identifying.has(property)) return 1 / total;
  return property === 'category' || property === 'promotion' ? GUESS[property] : GUESS.value;
}

/** How many links there are to objects of a scope; see `Frequency`. */
function linksTo(scope: Scope, { totals }: Statistics): number {
  if (scope === 'product') return totals.line;
  return scope === 'store' || scope === 'staff' ? totals.order : totals[scope];
}

function fractionOfTime({ property, operator, value }: Comparison, scope: Scope, statistics: Statistics): number {
  const weeks = statistics.weeks.get(`${scope}.${property}`);
  const total = statistics.totals[scope];
  if (!weeks || total === 0) return GUESS.range;
  const bound = weekOf(new Date(value.value));
  let below = 0;
  let all = 0;
  for (const [week, count] of weeks) {
    all += count;
    below += count * Math.min(1, Math.max(0, bound - week));
  }
  return (operator === '<' || operator === '<=' ? below : all - below) / total;
}

function fractionOfRange({ property, operator, value }: Comparison, scope: Scope, statistics: Statistics): number {
  const known = statistics.values.get(`${scope}.${property}`);
  const total = statistics.totals[scope];
  if (!known?.complete || total === 0) return GUESS.range;
  const bound = Number(value.value);
  let matching = 0;
  for (const [text, { objects }] of known.frequencies) {
    const number = Number(text);
    const below = number < bound || (number === bound && operator === '<=');
    const above = number > bound || (number === bound && operator === '>=');
    if (operator === '<' || operator === '<=' ? below : above) matching += objects;
  }
  return matching / total;
}
