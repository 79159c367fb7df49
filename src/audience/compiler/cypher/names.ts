import Cypher from '@neo4j/cypher-builder';
import type { PlanList, PlanValue } from '../plan.ts';

/**
 * Gives out variable and parameter names and keeps the values. The same plan asks in the same order, so it gets the same names, and
 * plans that differ in values only get the same text, which the database then need not plan again.
 */
export interface Names {
  /** A new variable: `order`, then `order2`. */
  variable(name: string): Cypher.Node;
  /** A parameter for a value of a property: `$city`, then `$city2`. */
  value(property: string, value: PlanValue): Cypher.Expr;
  /** One parameter for a whole list. */
  list(property: string, list: PlanList): Cypher.Expr;
  /** A parameter for what is no value of a property: a span of time, a time zone. */
  constant(name: string, value: unknown): Cypher.Expr;
  /** The variable that holds a set which was looked up, by its place in the plan. */
  readonly sets: Map<string, Cypher.Variable>;
  /** The list of keys that the caller hands over. */
  keys(): Cypher.Expr;
  /** Variables of the caller, which subqueries take along. */
  readonly outside: readonly Cypher.Variable[];
  /** Kinds of identifiers that are phone numbers. */
  phoneKinds(): Cypher.Expr;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Tells that the clock moves more than values of parameters. */
  textMoves(): void;
  /** The values of parameters that move with the clock; null where more does. */
  readonly moving: ReadonlyMap<string, PlanValue> | null;
}

/** What the caller has names for already. */
export interface GivenNames {
  readonly parameterNames: readonly string[];
  readonly phoneKinds: readonly string[];
  readonly keysIn: string | null;
}

export function createNames({ parameterNames, phoneKinds, keysIn }: GivenNames): Names {
  const outside = keysIn === null ? [] : [new Cypher.NamedVariable(keysIn)];
  const variables = new Set<string>(['node', ...outside.map(({ id }) => id)]);
  const used = new Set<string>(parameterNames);
  const parameters: Record<string, unknown> = {};
  let moving: Map<string, PlanValue> | null = new Map();
  const parameter = (property: string, value: unknown) => {
    const name = unused(used, property);
    parameters[name] = value;
    return new Cypher.NamedParam(name, value);
  };
  let phones: Cypher.NamedParam | undefined;
  return {
    variable: (name) => new Cypher.NamedNode(unused(variables, name)),
    value: (property, value) => {
      const given = parameter(property, toParameter(value));
      if (value.ago) moving?.set(given.id, value);
      return value.type === 'date' ? Cypher.date(given) : given;
    },
    list: (property, { type, values }) =>
      parameter(
        property,
        values.map((value) => toParameter({ type, value })),
      ),
    constant: parameter,
    sets: new Map(),
    keys: () => outside[0] ?? new Cypher.NamedParam('ids'),
    outside,
    phoneKinds: () => {
      phones ??= parameter('phoneKinds', phoneKinds);
      return phones;
    },
    parameters,
    textMoves: () => {
      moving = null;
    },
    get moving() {
      return moving;
    },
  };
}

function unused(used: Set<string>, wanted: string): string {
  let name = wanted;
  for (let number = 2; used.has(name); number += 1) name = `${wanted}${number}`;
  used.add(name);
  return name;
}

/** A value as the driver takes it. */
export function toParameter({ type, value }: PlanValue): unknown {
  switch (type) {
    case 'whole':
      return Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value);
    case 'decimal':
      return Number(value);
    case 'instant':
      return new Date(value);
    default:
      return value;
  }
}
