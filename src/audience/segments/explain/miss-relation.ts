import Big from 'big.js';
import { fromMinor } from '../../../platform/money.ts';
import { type Measure, printRule, type Relation } from '../../rules/index.ts';
import type { NearMiss } from './near-miss.ts';
import type { FoundRelation } from './relation-evidence.ts';

/** How far a relation clause is from the verdict that is wanted: how many there are and what they sum to, against what is asked. */
export function missOfMeasures(
  rule: Relation,
  { matched, related, totalMinor }: FoundRelation,
  wanted: boolean,
  currency: string,
): NearMiss {
  const summed = rule.measures.some(({ measure }) => measure === 'total');
  const total = { amount: fromMinor(totalMinor, currency), currency };
  const found = { count: matched, of: related, ...(summed && { total }) };
  const sum = summed ? `, together ${total.amount} ${total.currency}` : '';
  const counted =
    related === 0 ? `there are no ${rule.relation}` : `${matched} of ${related} ${rule.relation} match${sum}`;
  const text = printRule(rule);
  const measures = measuresOf(rule);
  return {
    kind: 'MEASURE',
    message: `${counted}, asked for: ${wanted ? measures : `not ${measures}`}`,
    object: null,
    met: [],
    missed: [{ rule: wanted ? text : `not ${text}`, found, message: counted }],
  };
}

/** Whether more objects, or a larger sum, could make the clause hold. */
export function wantsMore({ measures }: Relation, { matched, totalMinor }: FoundRelation, currency: string): boolean {
  const figures: Partial<Record<Measure['measure'], Big>> = {
    count: new Big(matched),
    total: new Big(fromMinor(totalMinor, currency)),
  };
  if (matched === 0 && !measures.some(({ measure }) => measure === 'count')) return true;
  return measures.some(({ measure, operator, value }) => {
    const figure = figures[measure];
    if (!figure) return false;
    return operator === 'gt' ? figure.lte(value) : (operator === 'gte' || operator === 'eq') && figure.lt(value);
  });
}

function measuresOf({ measures, relation }: Relation): string {
  if (measures.length === 0) return 'at least one';
  return printRule({ kind: 'Relation', relation, where: null, measures })
    .replace(/^no \w+$/, 'none')
    .replace(`${relation} `, '');
}
