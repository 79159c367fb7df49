import { readTerm } from '../../../intake/records/tag-term.ts';
import { valueAt } from '../clock/moved-to.ts';
import type { Anniversary, ComparisonOperator, Leaf, PlanValue } from '../plan.ts';

/** Whether a stored value (null where it is missing) is as wanted at an instant; none: at that of the condition. */
export type LeafTest = (value: unknown, asOf?: Date) => boolean;

/** What a leaf asks of its property's value, the rule's own values read once. */
export function leafTest(leaf: Exclude<Leaf, Anniversary>): LeafTest {
  switch (leaf.kind) {
    case 'Comparison': {
      const order = orderTo(leaf.value);
      const fits = fit[leaf.operator];
      return (value, asOf) => value !== null && fits(order(value, asOf));
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
      const resolvedAt = new Date(leaf.asOf);
      return (value, asOf = resolvedAt) =>
        textsOf(value)
          .map(readTerm)
          .some(({ tag, until }) => leaf.values.includes(tag) && until > asOf);
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
function orderTo(bound: PlanValue): (stored: unknown, asOf?: Date) => number {
  const { type, value } = bound;
  switch (type) {
    case 'text':
    case 'date':
      return (stored) => difference(stored as string, value);
    case 'whole': {
      const whole = BigInt(value);
      return (stored) => difference(stored as number | bigint, whole);
    }
    case 'instant': {
      const resolved = Date.parse(value);
      // many objects are judged at one instant
      let kept: { readonly asOf: Date | undefined; readonly at: number } = { asOf: undefined, at: resolved };
      return (stored, asOf) => {
        if (kept.asOf !== asOf) kept = { asOf, at: asOf ? Date.parse(valueAt(bound, asOf).value) : resolved };
        return (stored as Date).getTime() - kept.at;
      };
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
