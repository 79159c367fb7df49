import { readChoice, readText } from '../../catalogue/read-properties.ts';
import type { Row } from '../../platform/neo4j/database.ts';
import type { FactRef } from './identity-evidence.ts';
import { factRefOf, namedIdentifier } from './name-facts.ts';

/** Why two customers who share an identifier are not one, in the order in which it is checked. */
export const matchReasons = ['KEPT_APART', 'EXCLUSIVE_CONFLICT', 'TOO_MANY_VALUES'] as const;
export type MatchReason = (typeof matchReasons)[number];

/** One side of a possible match. */
export interface PossibleMatchSide {
  readonly customerId: string;
  /** What it has that names the identifier. */
  readonly fact: FactRef;
}

/** Two customers who share an identifier and yet are not one. */
export interface PossibleMatchRow {
  readonly reason: MatchReason;
  /** Key of the shared identifier. */
  readonly via: string;
  readonly identifier: { readonly kind: string; readonly scope: string | null; readonly value: string };
  readonly one: PossibleMatchSide;
  readonly other: PossibleMatchSide;
}

/** Reads `reason`, `via`, the customer ids `one` and `other`, and the fact of either. */
export function possibleMatchFromRow(row: Row): PossibleMatchRow {
  const side = (name: 'one' | 'other'): PossibleMatchSide => {
    const fact = factRefOf(readText(row, `${name}Fact`));
    if (fact === null) throw new TypeError(`${name}Fact of a possible match names no fact.`);
    return { customerId: readText(row, name), fact };
  };
  const via = readText(row, 'via');
  return {
    reason: readChoice(row, 'reason', matchReasons),
    via,
    identifier: namedIdentifier(via),
    one: side('one'),
    other: side('other'),
  };
}
