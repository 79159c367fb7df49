import type { GraphQLScalarType, ValueNode } from 'graphql';
import { GraphQLError, Kind, valueFromASTUntyped } from 'graphql';

interface ScalarBehaviour {
  serialize(value: unknown): unknown;
  parseValue(value: unknown): unknown;
  parseLiteral(node: ValueNode, variables?: Record<string, unknown> | null): unknown;
}

/**
 * A scalar that travels as text. Only the JSON type is checked here, and the text is passed on as it is:
 * services check the value, so that one impossible date costs one record and not the batch.
 */
function textScalar(name: string, example: string, serialize: (value: unknown) => unknown): ScalarBehaviour {
  const refuse = (given: string): never => {
    throw new GraphQLError(`${name} must be a string; write it as a string, e.g. "${example}", not ${given}.`);
  };
  return {
    serialize,
    parseValue: (value) => (typeof value === 'string' ? value : refuse(describe(value))),
    parseLiteral: (node) => (node.kind === Kind.STRING ? node.value : refuse(describe(valueFromASTUntyped(node)))),
  };
}

function describe(value: unknown): string {
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the boolean ${value}`;
  return Array.isArray(value) ? 'a list' : 'an object';
}

function instantText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return new Date(value).toISOString();
  throw new TypeError('DateTime must be a Date or a string');
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`expected text, got ${typeof value}`);
}

const behaviours: Record<string, ScalarBehaviour> = {
  DateTime: textScalar('DateTime', '2026-06-18T11:02:00+08:00', instantText),
  Date: textScalar('Date', '2026-06-18', text),
  Duration: textScalar('Duration', 'P6M', text),
  Decimal: textScalar('Decimal', '199.00', text),
  JSON: {
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  },
};

/** Gives a custom scalar of the schema its behaviour; built-in scalars are left as they are. */
export function giveBehaviour(scalar: GraphQLScalarType): void {
  const behaviour = behaviours[scalar.name];
  if (behaviour !== undefined) Object.assign(scalar, behaviour);
}
