import { readTerm } from '../../../intake/records/tag-term.ts';
import type { Anniversary, ComparisonOperator, Leaf, PlanValue } from '../plan.ts';

/** Whether a stored value is as wanted; null where it is missing. */
export type LeafTest = (value: unknown) => boolean;

/** What a leaf asks of its property's value, the rule's own values read once. */
export function leafTest(leaf: Exclude<Leaf, Anniversary>): LeafTest {
  switch (leaf.kind) {
    case 'Comparison': {
      const order = orderTo(leaf.value);
      const fits = fit[leaf.operator];
      return (value) => value !== null && fits(order(value));
    }
    case 'OneOf': {
      const { type, values } = leaf.values;
      const orders = values.map((value) => orderTo({ type, value }));
      return (value) => value !== null && orders.some((order) => order(value) === 0) === leaf.among;
    }
    case 'TextMatch': {
      const matches = textTest(leaf.match, leaf.text);
      return (value) => value !== null && matches(value as string);
    }
    case 'Known':
      return (value) => value !== null;
    case 'Flag':
      return (value) => value === true;
    case 'ListHolds': {
      const { values, quantifier } = leaf;
      if (quantifier === 'any') return (value) => values.some((one) => textsOf(value).includes(one));
      return (value) => values.every((one) => textsOf(value).includes(one));
    }
    case 'TermHolds': {
      const asOf = new Date(leaf.asOf);
      const isThere = ({ tag, until }: ReturnType<typeof readTerm>) => leaf.values.includes(tag) && until > asOf;
      return (value) => textsOf(value).map(readTerm).some(isThere);
    }
    case 'ListTextMatch': {
      const matches = textTest(leaf.match, leaf.text);
      return (value) => textsOf(value).some(matches);
    }
    case 'ListKnown':
      return (value) => textsOf(value).length > 0;
  }
}

const textsOf = (value: unknown) => (value ?? []) as readonly string[];

/** How an operator reads an order: below 0, 0 or above it. */
export const fit: { readonly [O in ComparisonOperator]: (order: number) => boolean } = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** How stored values stand to one of a rule. */
function orderTo({ type, value }: PlanValue): (stored: unknown) => number {
  switch (type) {
    case 'text':
    case 'date':
      return (stored) => difference(stored as string, value);
    case 'whole': {
      const bound = BigInt(value);
      return (stored) => difference(stored as number | bigint, bound);
    }
    case 'instant': {
      const bound = Date.parse(value);
      return (stored) => (stored as Date).getTime() - bound;
    }
    case 'decimal':
      throw new Error('Decimals are asked of the graph, see canJudge');
  }
}

/** Below 0, 0 or above it. Whole numbers compare exactly, whether they came as number or bigint. */
export function difference<T extends string | number | bigint>(one: T, other: T): number {
  if (one < other) return -1;
  return one > other ? 1 : 0;
}

function textTest(match: 'contains' | 'startsWith', part: string): (text: string) => boolean {
  const sought = part.toLowerCase();
  if (match === 'contains') return (text) => text.toLowerCase().includes(sought);
  return (text) => text.toLowerCase().startsWith(sought);
}
