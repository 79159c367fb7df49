import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * The fields that may be asked for below others, fragments included; what `@skip` and `@include` say is not heeded.
 * Good for deciding what to read along, never for what to answer.
 */
export function fieldsBelow(nodes: readonly FieldNode[], info: Pick<GraphQLResolveInfo, 'fragments'>): FieldNode[] {
  const within = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet);
      const fragment = info.fragments[selection.name.value];
      return fragment ? within(fragment.selectionSet) : [];
    });
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? within(selectionSet) : []));
}

/** Those of a name. */
export function named(nodes: readonly FieldNode[], name: string): FieldNode[] {
  return nodes.filter((node) => node.name.value === name);
}

/** Whether a field may be asked for directly below the one that is being resolved. */
export function asksFor(info: GraphQLResolveInfo, name: string): boolean {
  return named(fieldsBelow(info.fieldNodes, info), name).length > 0;
}
