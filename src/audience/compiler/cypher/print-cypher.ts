import Cypher from '@neo4j/cypher-builder';
import { all, conjunctsOf, isAlways } from '../conditions.ts';
import { hopOf } from '../model.ts';
import type { Condition, Find, Found, From, Plan, Ranked } from '../plan.ts';
import { setsOf, setsOfRank } from '../sets.ts';
import type { Binding } from './binding.ts';
import { printFigure, printTest } from './measures.ts';
import { createNames, type Names } from './names.ts';
import { nodes, repeats } from './patterns.ts';
import { printCondition } from './print-condition.ts';
import { printRanked } from './print-ranked.ts';
import { callTie, tieOf } from './ties.ts';
import { walk } from './walk.ts';

/** What the caller adds: predicates on `node` in Cypher, and the names of their parameters, which are then left alone. */
export interface Additions {
  readonly predicates: readonly string[];
  readonly parameterNames: readonly string[];
  /** Kinds of identifiers that are phone numbers, by which a household is told. */
  readonly phoneKinds: readonly string[];
  /** The variable in scope that holds the keys of the objects that are given; null: the parameter `$ids`. */
  readonly keysIn: string | null;
}

/** Clauses that give each object that the plan finds once, as `node`, with nothing else in scope; and the values they need. */
export interface PrintedPlan {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Of these the values that move with the clock; null where the text may be another at another instant. */
  readonly moving: Names['moving'];
}

/** Writes a plan as Cypher. All decisions are in the plan; here is only how Cypher says it. */
export function printCypher(plan: Plan, additions: Additions): PrintedPlan {
  const names = createNames(additions);
  const node = new Cypher.NamedNode('node');
  const clauses = printFind(plan, node, names, additions.predicates);
  const { cypher } = Cypher.utils.concat(...clauses).build();
  return { text: cypher, parameters: names.parameters, moving: names.moving };
}

/**
 * Clauses that bring the objects of a Find into a variable, each once, and no other variable. The sets that the filter asks about,
 * however deep, are collected before; the objects then come out of a subquery of their own, as a DISTINCT over rows that carry a set
 * would hash it for each of them.
 */
function printFind(find: Find, variable: Cypher.Node, names: Names, extra: readonly string[] = []): Cypher.Clause[] {
  const conjuncts = conjunctsOf(find.filter);
  const late = conjuncts.filter((condition) => setsOf(condition).length > 0);
  if (late.length === 0) return printSource(find, variable, names, extra);
  const { clauses, keep } = printLookUps(setsOf(all(late)), names);
  const rest: Find = { ...find, filter: all(conjuncts.filter((condition) => !late.includes(condition))) };
  const found = Cypher.utils.concat(...printSource(rest, variable, names, extra), new Cypher.Return(variable));
  keep();
  const passed = late.map((condition) => printCondition(condition, { scope: find.scope, variable }, names));
  const filtered = new Cypher.With('*').where(Cypher.and(...(passed as [Cypher.Predicate])));
  return [...clauses, new Cypher.Call(found, [...names.outside]), filtered, new Cypher.With(variable)];
}

/** The lookups of some sets; `keep` makes them known again after other finds were printed, which may look up the same for themselves. */
function printLookUps(sets: readonly Found[], names: Names) {
  const lookedUp = sets.map((set) => ({ set, clause: printLookUp(set, names), variable: names.sets.get(keyOf(set)) }));
  return {
    clauses: lookedUp.map(({ clause }) => clause),
    keep: () => {
      for (const { set, variable } of lookedUp) if (variable) names.sets.set(keyOf(set), variable);
    },
  };
}

const keyOf = (set: Found) => JSON.stringify(set);

/** Collects the objects of a set into a list, which the database turns into a hash table when it is asked. */
function printLookUp(condition: Found, names: Names): Cypher.Clause {
  const { find } = condition;
  const object = names.variable(find.scope);
  const set = names.variable(`${find.scope}Set`);
  const clauses = [...printFind(find, object, names), new Cypher.Return([Cypher.collect(object), set])];
  names.sets.set(keyOf(condition), set);
  return new Cypher.Call(Cypher.utils.concat(...clauses), []);
}

function printSource(find: Find, variable: Cypher.Node, names: Names, extra: readonly string[]): Cypher.Clause[] {
  const { scope, source, filter } = find;
  const filtered = () => where({ scope, variable }, conjunctsOf(filter), names, extra);
  switch (source.kind) {
    case 'Everything':
      return [matchAll(find, variable, filtered())];
    case 'Given':
      return [matchGiven(find, variable, names, filtered())];
    case 'From':
      return printFrom(find, source, variable, names, extra);
    case 'Ranked': {
      const clauses = printRanked(source, printAllRanked(source, variable, names), variable, names);
      const passed = filtered();
      return passed ? [...clauses, withOnly(variable, passed)] : clauses;
    }
    case 'Either': {
      const branches = source.finds.map((branch) =>
        Cypher.utils.concat(...printFind(branch, variable, names), new Cypher.Return(variable)),
      );
      const union = new Cypher.Call(new Cypher.Union(...branches), []);
      const passed = filtered();
      return passed ? [union, withOnly(variable, passed)] : [union];
    }
  }
}

/** Brings all that are to be ranked, with the sets that their figure asks about beside them. */
function printAllRanked({ find, by }: Ranked, variable: Cypher.Node, names: Names): Cypher.Clause[] {
  const { clauses, keep } = printLookUps(setsOfRank(by), names);
  const found = printFind(find, variable, names);
  keep();
  if (clauses.length === 0) return found;
  return [...clauses, new Cypher.Call(Cypher.utils.concat(...found, new Cypher.Return(variable)), [])];
}

/**
 * Goes from the objects that were found to those that the step comes from. Only the first MATCH of such a chain names a label, so
 * that the database has no other place to start than the one the plan chose.
 */
function printFrom(
  find: Find,
  { hop, find: inner, tests }: From,
  variable: Cypher.Node,
  names: Names,
  extra: readonly string[],
): Cypher.Clause[] {
  const { scope, filter } = find;
  const { many } = hopOf(scope, hop);
  const { clauses, object, step, conditions } = stepBack(find, hop, inner, variable, names);
  const conjuncts = conjunctsOf(filter);
  const own = { scope, variable };
  if (!many) {
    const filtered = Cypher.and(conditions, where(own, conjuncts, names, extra));
    return [...clauses, step(filtered)];
  }
  // properties are cheap and read at once; what walks further waits until each object is there only once
  const cheap = Cypher.and(conditions, where(own, conjuncts.filter(isOwn), names, extra));
  const match = step(cheap);
  const walks = conjuncts.filter((condition) => !isOwn(condition));
  if (tests.length === 0) {
    return [...clauses, match, withOnly(variable, where(own, walks, names), true)];
  }
  const figures = tests.map(
    (_, index) => new Cypher.NamedVariable(tests.length === 1 ? 'figure' : `figure${index + 1}`),
  );
  const measures = tests.map(
    (test, index) => [printFigure(test.figure, object, names), figures[index]] as [Cypher.Expr, Cypher.Variable],
  );
  const passed = Cypher.and(...tests.map((test, index) => printTest(test, figures[index] as Cypher.Variable, names)));
  const once = repeats(scope, hop) ? [new Cypher.With(variable, object.variable).distinct()] : [];
  const measured = new Cypher.With(variable, ...measures).where(passed);
  return [...clauses, match, ...once, measured, withOnly(variable, where(own, walks, names))];
}

/** What leads back from the objects that were found. */
interface StepBack {
  /** They find the inner objects. */
  readonly clauses: readonly Cypher.Clause[];
  readonly object: Binding;
  /** The step from these to `variable`, filtered. */
  readonly step: (filtered: Cypher.Predicate | undefined) => Cypher.Clause;
  /** What must hold between the ends. */
  readonly conditions: Cypher.Predicate | undefined;
}

/** Finds the inner objects and steps from them to `variable`. A line is found together with one of its ends. */
function stepBack(find: Find, hop: From['hop'], inner: Find, variable: Cypher.Node, names: Names): StepBack {
  const near: Binding = { scope: find.scope, variable };
  const tie = tieOf(find.scope, hop);
  if (tie) {
    const far = names.variable(inner.scope);
    const called = callTie(tie.back, far, variable, names);
    const step = (filtered: Cypher.Predicate | undefined) =>
      filtered ? Cypher.utils.concat(called, new Cypher.With('*').where(filtered)) : called;
    return {
      ...{ clauses: printFind(inner, far, names), step, conditions: undefined },
      object: { scope: inner.scope, variable: far },
    };
  }
  if (inner.scope !== 'line') {
    const far = names.variable(inner.scope);
    const { pattern, object, between } = walk(find.scope, hop, { near, far, reversed: true }, names);
    return { clauses: printFind(inner, far, names), object, step: stepOver(pattern), conditions: between };
  }
  if (inner.source.kind !== 'From') throw new Error('lines are found from one of their ends only');
  const end = inner.source.hop === 'order' ? 'order' : 'product';
  const known = names.variable(end);
  const far = names.variable('line');
  const clauses = printFind(inner.source.find, known, names);
  const ends = { near, far, [end]: known, reversed: true };
  const { pattern, object, between } = walk(find.scope, hop, ends, names);
  const conditions = Cypher.and(between, where(object, conjunctsOf(inner.filter), names));
  return { clauses, object, step: stepOver(pattern), conditions };
}

const stepOver = (pattern: Cypher.Pattern) => (filtered: Cypher.Predicate | undefined) => matched(pattern, filtered);

/** A property of the object itself, nothing that walks to others. */
function isOwn(condition: Condition): boolean {
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.conditions.every(isOwn);
    case 'Negation':
      return isOwn(condition.condition);
    case 'Reach':
    case 'Related':
    case 'Followed':
    case 'Share':
    case 'Habit':
    case 'FieldComparison':
    case 'Found':
      return false;
    default:
      return true;
  }
}

function where(
  binding: Binding,
  conjuncts: readonly Condition[],
  names: Names,
  extra: readonly string[] = [],
): Cypher.Predicate | undefined {
  const own = conjuncts.filter((condition) => !isAlways(condition)).map((part) => printCondition(part, binding, names));
  return Cypher.and(...own, ...extra.map((text) => new Cypher.Raw(`(${text})`)));
}

function matchAll(find: Find, variable: Cypher.Node, filtered: Cypher.Predicate | undefined): Cypher.Clause {
  return matched(new Cypher.Pattern(variable, { labels: [nodeOf(find).label] }), filtered);
}

// Told to the database, which may take a graph that it has not counted yet for smaller than the list of keys.
function matchGiven(find: Find, variable: Cypher.Node, names: Names, filtered: Cypher.Predicate | undefined) {
  const { label, key } = nodeOf(find);
  const given = Cypher.in(variable.property(key), names.keys());
  return new Cypher.Raw((context) => {
    const [name, where] = [context.compile(variable), context.compile(Cypher.and(given, filtered))];
    return `MATCH (${name}:${label})\nUSING INDEX SEEK ${name}:${label}(${key})\nWHERE ${where}`;
  });
}

function matched(pattern: Cypher.Pattern, filtered: Cypher.Predicate | undefined): Cypher.Clause {
  const match = new Cypher.Match(pattern);
  return filtered ? match.where(filtered) : match;
}

function withOnly(variable: Cypher.Node, filtered: Cypher.Predicate | undefined, distinct = false): Cypher.Clause {
  const clause = new Cypher.With(variable);
  if (distinct) clause.distinct();
  return filtered ? clause.where(filtered) : clause;
}

function nodeOf({ scope }: Find) {
  if (scope === 'line') throw new Error('lines cannot be selected by themselves');
  return nodes[scope];
}
