import Cypher from '@neo4j/cypher-builder';
import { householdTies, referralTies, referredByTies } from '../../../profile/people/ties.ts';
import type { Scope } from '../../rules/index.ts';
import type { HopName } from '../model.ts';
import type { Names } from './names.ts';

/** Cypher from the customer `from` to others, as `to`, one row or more for each; `phoneKinds` is an expression. */
type PrintTies = (from: string, to: string, phoneKinds: string) => string;

/** A step that no relationship stands for: how `profile/people` tells it, and its way back. */
export interface Tie {
  readonly there: PrintTies;
  readonly back: PrintTies;
}

const ties: Readonly<Record<string, Tie>> = {
  // who is in it must be known; whose it is need not
  'customer.household': {
    there: (from, to, kinds) => `${householdTies(from, to, kinds)} AND ${to}.known`,
    back: (from, to, kinds) => `WITH ${from} WHERE ${from}.known\n${householdTies(from, to, kinds)}`,
  },
  'customer.referrals': { there: referralTies, back: referredByTies },
  'customer.referredBy': { there: referredByTies, back: referralTies },
};

/** What tells a step that no relationship stands for; undefined for the others. */
export function tieOf(scope: Scope, hop: HopName): Tie | undefined {
  return ties[`${scope}.${hop}`];
}

const readsPhones = (print: PrintTies) => print('from', 'to', '$kinds').includes('$kinds');

/** A subquery that brings each customer at the other end once. */
export function callTie(print: PrintTies, from: Cypher.Node, to: Cypher.Node, names: Names): Cypher.Clause {
  const kinds = readsPhones(print) ? names.phoneKinds() : null;
  return new Cypher.Raw((context) => {
    const [start, end] = [context.compile(from), context.compile(to)];
    const body = print(start, end, kinds === null ? '' : context.compile(kinds));
    return `CALL (${start}) {\n${body.replace(/^/gm, '  ')}\n  RETURN DISTINCT ${end}\n}`;
  });
}
