import { readFileSync } from 'node:fs';
import type {
  DefinitionNode,
  FieldDefinitionNode,
  GraphQLArgument,
  GraphQLField,
  GraphQLInputField,
  InputValueDefinitionNode,
} from 'graphql';
import {
  astFromValue,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  print,
  validateSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/platform/schema.ts';

const contract = parse(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8'));

type Input = GraphQLArgument | GraphQLInputField;

function ourInput(input: Input): string {
  const value = input.defaultValue === undefined ? undefined : astFromValue(input.defaultValue, input.type);
  return `${input.name}: ${input.type}${value ? ` = ${print(value)}` : ''}`;
}

function theirInput(node: InputValueDefinitionNode): string {
  return `${node.name.value}: ${print(node.type)}${node.defaultValue ? ` = ${print(node.defaultValue)}` : ''}`;
}

/** Arguments beyond the contract's must be ones that nobody needs to give. */
function ourField(field: GraphQLField<unknown, unknown>, contractual?: FieldDefinitionNode): string {
  const names = contractual?.arguments?.map((argument) => argument.name.value);
  const args = field.args.filter(({ name, type }) => !names || names.includes(name) || isNonNullType(type));
  return `${field.name}(${args.map(ourInput).sort().join(', ')}): ${field.type}`;
}

function theirField(node: FieldDefinitionNode): string {
  return `${node.name.value}(${(node.arguments ?? []).map(theirInput).sort().join(', ')}): ${print(node.type)}`;
}

/** What the contract says of one type, and what the schema says of the same names. */
function compare(node: DefinitionNode): { expected: string[]; actual: string[] } {
  if (!('name' in node) || node.name === undefined) throw new Error(`unexpected ${node.kind}`);
  const type = schema.getType(node.name.value);
  const names = (nodes: readonly { name: { value: string } }[] | undefined) => (nodes ?? []).map((n) => n.name.value);
  if ((node.kind === 'ObjectTypeDefinition' || node.kind === 'InterfaceTypeDefinition') && node.fields) {
    if (!isObjectType(type) && !isInterfaceType(type)) return { expected: [node.name.value], actual: [] };
    const fields = type.getFields();
    return {
      expected: [...node.fields.map(theirField), ...names(node.interfaces)],
      actual: [
        ...node.fields.flatMap((field) => {
          const ours = fields[field.name.value];
          return ours ? [ourField(ours, field)] : [];
        }),
        ...type.getInterfaces().map((one) => one.name),
      ],
    };
  }
  if (node.kind === 'InputObjectTypeDefinition' && node.fields) {
    if (!isInputObjectType(type)) return { expected: [node.name.value], actual: [] };
    const known = new Set(names(node.fields));
    // what was added since may be left out
    const ours = Object.values(type.getFields()).filter(
      (field) => known.has(field.name) || isRequiredInputField(field),
    );
    return {
      expected: [...node.fields.map(theirInput), ...names(node.directives)],
      actual: [...ours.map(ourInput), ...(type.isOneOf ? ['oneOf'] : [])],
    };
  }
  if (node.kind === 'EnumTypeDefinition') {
    return { expected: names(node.values), actual: isEnumType(type) ? names(type.getValues().map(valueName)) : [] };
  }
  return { expected: [node.name.value], actual: isScalarType(type) ? [type.name] : [] };
}

function valueName(value: { name: string }): { name: { value: string } } {
  return { name: { value: value.name } };
}

describe('the schema', () => {
  test('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test.each(contract.definitions.map((node) => [nameOf(node), node] as const))(
    'keeps the contract of %s',
    (_, node) => {
      const { expected, actual } = compare(node);
      expect(actual.sort()).toEqual(expected.sort());
    },
  );

  test('gives every connection of the contract its usual shape', () => {
    const connections = Object.keys(schema.getTypeMap()).filter((name) => name.endsWith('Connection'));
    expect(connections.sort()).toEqual(
      [
        'Customer',
        'Export',
        'LedgerTransaction',
        'Order',
        'PossibleMatch',
        'Product',
        'Segment',
        'SegmentMembership',
        'Staff',
        'Store',
      ].map((name) => `${name}Connection`),
    );
    for (const name of connections) {
      const node = name.replace('Connection', '');
      expect(fieldsOf(name)).toEqual([
        `edges(): [${node}Edge!]!`,
        `nodes(): [${node}!]!`,
        'pageInfo(): PageInfo!',
        'totalCount(): Int!',
      ]);
      expect(fieldsOf(`${node}Edge`)).toEqual(['cursor(): String!', `node(): ${node}!`]);
    }
  });

  test('describes every type, field, argument, input field and enum value', () => {
    expect(undescribed()).toEqual([]);
  });
});

function nameOf(node: DefinitionNode): string {
  return 'name' in node && node.name !== undefined ? node.name.value : node.kind;
}

function fieldsOf(name: string): string[] {
  const type = schema.getType(name);
  return isObjectType(type)
    ? Object.values(type.getFields())
        .map((field) => ourField(field))
        .sort()
    : [];
}

function undescribed(): string[] {
  const missing: string[] = [];
  const check = (at: string, element: { description?: string | null | undefined }): void => {
    if (!element.description?.trim()) missing.push(at);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      if ('args' in field) for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
    }
  }
  return missing;
}
