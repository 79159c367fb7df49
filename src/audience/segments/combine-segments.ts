import { DomainError } from '../../platform/errors.ts';
import { and, inSegment, not, or, printRule } from '../rules/index.ts';

/** Segments by id or name, joined as sets. */
export interface SegmentSets {
  /** In at least one of these. */
  readonly anyOf?: readonly string[] | null;
  /** In every one of these. */
  readonly allOf?: readonly string[] | null;
  /** In none of these. */
  readonly noneOf?: readonly string[] | null;
}

/** The rule that says the same as text, to be previewed or saved. Errors: BAD_USER_INPUT when no set is named to take from. */
export function ruleOfSets({ anyOf, allOf, noneOf }: SegmentSets): string {
  const [some, every, none] = [anyOf ?? [], allOf ?? [], noneOf ?? []];
  if (some.length + every.length === 0)
    throw new DomainError('BAD_USER_INPUT', 'Name at least one segment in anyOf or allOf.', { argument: 'anyOf' });
  const parts = [
    ...(some.length > 0 ? [or(some.map((segment) => inSegment(segment)))] : []),
    ...every.map((segment) => inSegment(segment)),
    ...none.map((segment) => not(inSegment(segment))),
  ];
  return printRule(and(parts));
}
