import fc from 'fast-check';
import { compareFields } from '../build.ts';
import { comparableFault } from '../comparable.ts';
import { fieldOperators } from '../operators.ts';
import { type FieldEntry, fieldsOf, isField, isToOne } from '../scopes.ts';
import type { FieldOperator, Rule, Scope } from '../tree.ts';

/** A value of a scope, and the names that lead to it. */
export interface FieldPath {
  readonly path: readonly string[];
  readonly field: FieldEntry;
}

/** Every value within so many to-one steps. */
export function fieldPaths(scope: Scope, steps: number): readonly FieldPath[] {
  return Object.entries(fieldsOf(scope)).flatMap(([name, entry]): readonly FieldPath[] => {
    if (isField(entry)) return [{ path: [name], field: entry }];
    if (!isToOne(entry) || steps === 0) return [];
    return fieldPaths(entry.toOne, steps - 1).map(({ path, field }) => ({ path: [name, ...path], field }));
  });
}

/** Comparisons of two values of a scope; null when no two can be compared. */
export function comparisonOfFields(scope: Scope, { steps }: { readonly steps: number }): fc.Arbitrary<Rule> | null {
  const paths = fieldPaths(scope, steps);
  const pairs = paths.flatMap((one) =>
    paths
      .filter(
        (other) =>
          other !== one && comparableFault({ path: one.path, other: other.path }, one.field, other.field) === null,
      )
      .map((other) => ({ one, other })),
  );
  if (pairs.length === 0) return null;
  return fc.constantFrom(...pairs).chain(({ one, other }) => {
    const operators = fieldOperators.filter((operator) => one.field.operators.includes(operator));
    return fc
      .constantFrom<FieldOperator>(...operators)
      .map((operator) => compareFields(one.path, operator, other.path));
  });
}
