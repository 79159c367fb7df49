import { termLengths } from '../../../intake/records/tag-term.ts';
import type { Statement } from '../../selection/statement.ts';
import type { Run } from '../segments.store.ts';
import type { ClockRange } from './clock-ranges.ts';

/** Those whom the passing of time may have moved; `tooMany` when they are more than it pays to look at one by one. */
export interface Candidates {
  readonly ids: readonly string[];
  readonly tooMany: boolean;
}

const MOST = 5_000;

/** From an object of a scope to its customer; scopes that are not here belong to many. */
const ways: Readonly<Record<string, { readonly label: string; readonly to: string }>> = {
  customer: { label: 'Customer', to: 'WITH object AS customer' },
  order: { label: 'Order', to: 'MATCH (object)<-[:PLACED]-(customer:Customer)' },
  event: { label: 'Event', to: 'MATCH (object)<-[:PERFORMED]-(customer:Customer)' },
};

/** Whether the customers behind a range can be found. */
export const isTraceable = ({ scope }: ClockRange): boolean => scope in ways;

/** A name for a range, by which what was found for it is known. */
const keyOf = ({ scope, property, from, to, ended, terms }: ClockRange): string =>
  `${scope}.${property} ${from} ${to} ${ended ? JSON.stringify(ended.span) : ''}${terms?.to ?? ''}`;

/** The customers behind ranges. */
export type CandidatesByRange = ReadonlyMap<ClockRange, Candidates>;

/** A row of what `lookFor` writes. */
export interface FoundRange {
  readonly key: string;
  readonly ids: readonly string[];
}

/** What finds the customers behind ranges, in one statement that reads an index for each; null where there are no ranges. */
export function lookFor(ranges: readonly ClockRange[]): Statement | null {
  const distinct = new Map(ranges.map(indexed).map((range) => [keyOf(range), range]));
  if (distinct.size === 0) return null;
  const groups = new Map<string, { range: ClockRange; rows: object[] }>();
  for (const [key, range] of distinct) {
    const name = `${range.scope}.${range.property} ${range.ended !== undefined}`;
    const group = groups.get(name) ?? { range, rows: [] };
    const ended = range.ended && {
      ...range.ended.span,
      from: Date.parse(range.ended.from),
      to: Date.parse(range.ended.to),
    };
    const bounds = { from: new Date(range.from), to: new Date(range.to) };
    group.rows.push({ key, ...bounds, ...(ended && { ended }), terms: range.terms });
    groups.set(name, group);
  }
  const parameters: Record<string, unknown> = { most: MOST + 1 };
  const parts = [...groups.values()].map(({ range, rows }, index) => {
    parameters[`ranges${index}`] = rows;
    return printGroup(range, `ranges${index}`);
  });
  return { text: parts.join('\nUNION ALL\n'), parameters };
}

/** What was found, for each of the ranges. */
export function candidatesOf(ranges: readonly ClockRange[], found: readonly FoundRange[]): CandidatesByRange {
  const byKey = new Map(found.map(({ key, ids }) => [key, { ids, tooMany: ids.length > MOST }]));
  return new Map(ranges.map((range) => [range, byKey.get(keyOf(indexed(range))) ?? { ids: [], tooMany: false }]));
}

/** The customers behind ranges. */
export async function findCandidates(run: Run, ranges: readonly ClockRange[]): Promise<CandidatesByRange> {
  const look = lookFor(ranges);
  if (!look) return new Map();
  return candidatesOf(ranges, await run<FoundRange>({ name: 'live.candidates', text: look.text }, look.parameters));
}

/** A first purchase is a purchase; its instant as a property of the customer has no index, the order's has. */
function indexed(range: ClockRange): ClockRange {
  const isFirst = range.scope === 'customer' && range.property === 'firstPurchaseAt';
  return isFirst ? { ...range, scope: 'order', property: 'placedAt' } : range;
}

// the same sum as `printElapsed` makes: nobody is looked at whose span has not just ended
const printEnd = (property: string) => `
  WITH object, (datetime({datetime: object.\`${property}\`, timezone: range.ended.timeZone}) + duration(range.ended.duration)).epochMillis AS end, range
  WHERE end > range.ended.from AND end <= range.ended.to`;

const printTerms = `
  AND any(term IN object.tagTerms WHERE left(term, ${termLengths.until}) > range.terms.from AND left(term, ${termLengths.until}) <= range.terms.to)`;

function printGroup({ scope, property, ended, terms }: ClockRange, parameter: string): string {
  const way = ways[scope];
  if (!way) throw new Error(`${scope} leads to no customer`);
  return `UNWIND $${parameter} AS range
CALL (range) {
  MATCH (object:${way.label}) WHERE object.\`${property}\` >= range.from AND object.\`${property}\` <= range.to${terms ? printTerms : ''}${ended ? printEnd(property) : ''}
  ${way.to}
  RETURN DISTINCT customer.id AS id LIMIT $most
}
RETURN range.key AS key, collect(id) AS ids`;
}
