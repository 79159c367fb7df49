import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';

/** How much an operation asks for. */
export interface OperationSize {
  /** Fields below each other, the root field included. */
  readonly depth: number;
  /** Fields under another name, each fragment counted wherever it is used. */
  readonly aliases: number;
  /** Objects in the answer if every page were full. */
  readonly objects: number;
}

const NOTHING: OperationSize = { depth: 0, aliases: 0, objects: 0 };
const USUAL_PAGE = 50;
/** A list without paging: identifiers, lines, segments of one customer. */
const USUAL_LIST = 10;

/** Of operations whose size no variable changes, as long as their document is kept. */
const fixed = new WeakMap<OperationDefinitionNode, OperationSize>();

/**
 * Measures a valid operation without running it. Introspection fields count nothing; fragments are measured once,
 * so that fragments of fragments cost no time. `variables` as sent: page sizes may come from them.
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): OperationSize {
  const known = fixed.get(operation);
  if (known) return known;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, OperationSize>();
  let byVariables = false;
  const values = () => {
    byVariables = true;
    return { ...defaultsOf(operation), ...variables };
  };

  function ofSelections(selections: SelectionSetNode, type: GraphQLCompositeType): OperationSize {
    return selections.selections.reduce<OperationSize>((sum, selection) => {
      if (selection.kind === Kind.FIELD) return add(sum, ofField(selection, type));
      if (selection.kind === Kind.FRAGMENT_SPREAD) return add(sum, ofFragment(selection.name.value));
      const condition = selection.typeCondition && typeFromAST(schema, selection.typeCondition);
      return add(sum, ofSelections(selection.selectionSet, isCompositeType(condition) ? condition : type));
    }, NOTHING);
  }

  function ofFragment(name: string): OperationSize {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    const type = fragment && typeFromAST(schema, fragment.typeCondition);
    const size = fragment && isCompositeType(type) ? ofSelections(fragment.selectionSet, type) : NOTHING;
    measured.set(name, size);
    return size;
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType): OperationSize {
    const alias = node.alias && node.alias.value !== node.name.value ? 1 : 0;
    const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
    const field = fields[node.name.value];
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return { depth: 1, aliases: alias, objects: 0 };
    const below = ofSelections(node.selectionSet, type);
    const { count, own } = countOf(node, field, parent, values);
    return { depth: below.depth + 1, aliases: below.aliases + alias, objects: count * (own + below.objects) };
  }

  const root = schema.getRootType(operation.operation);
  const size = root ? ofSelections(operation.selectionSet, root) : NOTHING;
  if (!byVariables) fixed.set(operation, size);
  return size;
}

function add(one: OperationSize, other: OperationSize): OperationSize {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    objects: one.objects + other.objects,
  };
}

/** Whether a type holds as many objects as its field's `first` or `last` says. */
const isPage = (name: string) => name.endsWith('Connection') || name === 'TimelinePage';

/**
 * How often what stands below a field may come, and whether the field's own objects count: those of a page count at the
 * connection, not again at its edges and nodes.
 */
function countOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLCompositeType,
  variables: () => Readonly<Record<string, unknown>>,
): { count: number; own: 0 | 1 } {
  const argument = (name: string): unknown => {
    const given = node.arguments?.find((one) => one.name.value === name);
    if (!given) return field.args.find((one) => one.name === name)?.defaultValue;
    return valueFromASTUntyped(given.value, given.value.kind === Kind.VARIABLE ? variables() : undefined);
  };
  if (isPage(getNamedType(field.type).name)) {
    const size = [argument('first'), argument('last')].find((one) => typeof one === 'number' && one >= 0);
    return { count: typeof size === 'number' ? size : USUAL_PAGE, own: 1 };
  }
  if (isPage(parent.name)) return { count: 1, own: 0 };
  const ids = argument('ids');
  if (Array.isArray(ids)) return { count: ids.length, own: 1 };
  const sample = argument('sample');
  if (typeof sample === 'number') return { count: Math.max(sample, 1), own: 0 };
  const isList = isListType(getNullableType(field.type));
  // the sample's size is given at the preview
  if (isList && field.name === 'sample') return { count: 1, own: 1 };
  return isList ? { count: USUAL_LIST, own: 1 } : { count: 1, own: 0 };
}

function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap((one) =>
      one.defaultValue ? [[one.variable.name.value, valueFromASTUntyped(one.defaultValue)]] : [],
    ),
  );
}
