import { readChoice, readInteger, readText } from '../../catalogue/read-properties.ts';
import { encodeMatchId } from '../../intake/identity/match-id.ts';
import type { ComparedField, ComparedLevel } from '../../intake/identity/matching/comparison-levels.ts';
import type { Row } from '../../platform/neo4j/database.ts';
import type { FactRef } from './identity-evidence.ts';
import { factRefOf, namedIdentifier } from './name-facts.ts';

/** Why two customers who share an identifier are not one, in the order in which it is checked. */
export const refusalReasons = ['KEPT_APART', 'EXCLUSIVE_CONFLICT', 'TOO_MANY_VALUES'] as const;
/** Why two customers may be one person, and are not one customer. */
export const matchReasons = [...refusalReasons, 'ALIKE'] as const;
export type MatchReason = (typeof matchReasons)[number];

/** One side of a possible match. */
export interface PossibleMatchSide {
  readonly customerId: string;
  /** What it has that names the identifier, or is alike. */
  readonly fact: FactRef;
}

/** How far two records agree in a field. */
export interface ComparedValues {
  readonly field: ComparedField;
  readonly level: ComparedLevel;
  /** Bits for the two being one person's, or against it. */
  readonly weight: number;
  readonly one: string;
  readonly other: string;
}

/** How much alike two records are; nothing where they are kept apart for another reason. */
interface Alikeness {
  /** Probability, 0 to 1. */
  readonly score: number | null;
  /** Bits that stand against any two records, before they are compared. */
  readonly priorWeight: number | null;
  readonly comparison: readonly ComparedValues[];
}

/** Two customers who share an identifier, or are much alike, and yet are not one. */
export interface PossibleMatchRow extends Alikeness {
  readonly id: string;
  readonly reason: MatchReason;
  /** Key of the shared identifier; empty where they are alike. */
  readonly via: string;
  readonly identifier: { readonly kind: string; readonly scope: string | null; readonly value: string } | null;
  readonly one: PossibleMatchSide;
  readonly other: PossibleMatchSide;
}

/** Reads a POSSIBLE_MATCH with the ids of its customers, `one` and `other`. */
export function possibleMatchFromRow(row: Row): PossibleMatchRow {
  const side = (name: 'one' | 'other'): PossibleMatchSide => {
    const fact = factRefOf(readText(row, `${name}Fact`));
    if (fact === null) throw new TypeError(`${name}Fact of a possible match names no fact.`);
    return { customerId: readText(row, name), fact };
  };
  const [via, reason] = [readText(row, 'via'), readChoice(row, 'reason', matchReasons)];
  return {
    id: encodeMatchId({ via, oneFact: readText(row, 'oneFact'), otherFact: readText(row, 'otherFact') }),
    reason,
    via,
    identifier: reason === 'ALIKE' ? null : namedIdentifier(via),
    ...(reason === 'ALIKE' ? alikenessFromRow(row) : { score: null, priorWeight: null, comparison: [] }),
    one: side('one'),
    other: side('other'),
  };
}

/** Seen from the customer of that id: it is `one`. */
export function seenFrom(customerId: string, match: PossibleMatchRow): PossibleMatchRow {
  if (match.one.customerId === customerId) return match;
  const turned = (values: ComparedValues) => ({ ...values, one: values.other, other: values.one });
  return { ...match, one: match.other, other: match.one, comparison: match.comparison.map(turned) };
}

function alikenessFromRow(row: Row): Alikeness {
  const { prior, fields } = JSON.parse(readText(row, 'comparison')) as { prior: number; fields: ComparedValues[] };
  return { score: readInteger(row, 'scoreMillionths') / 1e6, priorWeight: prior, comparison: fields };
}
