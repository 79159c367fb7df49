import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
  typeFromAST,
  validate,
} from 'graphql';
import { DomainError } from '../../platform/errors.ts';
import { executableSchema } from '../api/executable-schema.ts';
import { limits } from '../api/limits/limits.ts';
import { measureOperation } from '../api/limits/measure-operation.ts';

/** What is taken of each customer. */
export interface Columns {
  /** The selection, in one line. */
  readonly text: string;
  /** Reads it of the customers whose ids are in `$ids`. */
  readonly document: DocumentNode;
  /** The columns of a table, in order: names of fields on the way to a value or a list. */
  readonly paths: readonly (readonly string[])[];
  /** Customers that one reading may have. */
  readonly atOnce: number;
}

/** Taken when nobody says what. */
export const defaultColumns =
  '{ id displayName city purchaseCount totalSpent { amount currency } lastPurchaseAt tags }';

/** As many as `nodes` takes. */
const MOST_AT_ONCE = 250;

/**
 * Reads a selection of fields of Customer, `{ id displayName totalSpent { amount } }`.
 * @throws DomainError BAD_USER_INPUT for one that is none, or that asks for too much of one customer
 */
export function readColumns(text: string): Columns {
  const selection = readSelection(text);
  const document = documentOf(selection);
  const [fault] = validate(executableSchema, document);
  if (fault) throw refuse(fault.message);
  const customer = executableSchema.getType('Customer');
  if (!isObjectType(customer)) throw new Error('The schema has no Customer.');
  return {
    text: print(selection).replace(/\s+/g, ' '),
    document,
    paths: pathsOf(selection, customer),
    atOnce: atOnce(document),
  };
}

function readSelection(text: string): SelectionSetNode {
  try {
    const { definitions } = parse(text, { maxTokens: limits.tokens, noLocation: true });
    const [operation] = definitions;
    const plain = definitions.length === 1 && operation?.kind === Kind.OPERATION_DEFINITION && !operation.name;
    const named = plain && (operation.variableDefinitions?.length || operation.directives?.length);
    if (plain && !named && operation.operation === OperationTypeNode.QUERY) return operation.selectionSet;
  } catch (error) {
    if (error instanceof GraphQLError) throw refuse(error.message);
    throw error;
  }
  throw refuse('only a selection in braces can stand there.');
}

const frame = 'query Export($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { id } } }';

/** Puts the selection where the frame has `{ id }`. */
function documentOf(selection: SelectionSetNode): DocumentNode {
  const within = (outer: SelectionSetNode | undefined): SelectionSetNode => {
    const [first] = outer?.selections ?? [];
    if (!outer || !first) return selection;
    if (first.kind === Kind.INLINE_FRAGMENT) return { ...outer, selections: [{ ...first, selectionSet: selection }] };
    return {
      ...outer,
      selections: [{ ...(first as FieldNode), selectionSet: within((first as FieldNode).selectionSet) }],
    };
  };
  const document = parse(frame, { noLocation: true });
  return {
    ...document,
    definitions: document.definitions.map((one) =>
      one.kind === Kind.OPERATION_DEFINITION ? { ...one, selectionSet: within(one.selectionSet) } : one,
    ),
  };
}

/** How many customers one reading may have, so that it stays within what one operation may ask for. */
function atOnce(document: DocumentNode): number {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('An export is one operation.');
  const { depth, aliases, objects } = measureOperation(executableSchema, document, operation, { ids: ['one'] });
  if (depth > limits.depth || aliases > limits.aliases || objects > limits.objects) {
    throw refuse('they ask for too much of each customer: fewer fields below each other, or smaller pages.');
  }
  return Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(limits.objects / objects)));
}

/** A value or a list makes a column; the fields of one object make one each. */
function pathsOf({ selections }: SelectionSetNode, type: GraphQLCompositeType): string[][] {
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const found = selections.flatMap((selection): string[][] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition && typeFromAST(executableSchema, selection.typeCondition);
      return pathsOf(selection.selectionSet, isCompositeType(condition) ? condition : type);
    }
    const name = selection.alias?.value ?? selection.name.value;
    const field = fields[selection.name.value];
    const below = field && getNamedType(field.type);
    const single = !field || isLeafType(below) || isListType(getNullableType(field.type));
    if (single || !selection.selectionSet || !isCompositeType(below)) return [[name]];
    return pathsOf(selection.selectionSet, below).map((path) => [name, ...path]);
  });
  const seen = new Set<string>();
  return found.filter((path) => !seen.has(path.join('.')) && seen.add(path.join('.')));
}

function refuse(message: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `The columns cannot be read: ${message}`, { argument: 'columns' });
}
