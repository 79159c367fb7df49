import { Big } from 'big.js';
import type { Measure, Relation } from '../../../src/audience/rules/tree.ts';
import { matchesNumber, valueAt } from './compare-values.ts';
import type { Subject, Value } from './subjects.ts';

/** The objects at the other end of a relation. */
export function relatedOf({ relation }: Pick<Relation, 'relation'>, subject: Subject): readonly Subject[] {
  const related = subject[relation] as readonly Subject[] | undefined;
  if (!related) throw new Error(`nothing here is called ${relation}`);
  return related;
}

/** Whether a figure of the selected among the related objects is as a rule wants it. */
export function measures(measure: Measure, selected: readonly Subject[], related: readonly Subject[]): boolean {
  const { operator, value } = measure;
  const bound = Big(value);
  const isBound = (figure: Big | null) => figure !== null && matchesNumber(operator, figure, bound);
  // fractions are compared without dividing
  if (measure.measure === 'share') {
    return related.length > 0 && matchesNumber(operator, Big(selected.length * 100), bound.times(related.length));
  }
  if (measure.measure === 'average') {
    const values = valuesOf(measure, selected);
    return values.length > 0 && matchesNumber(operator, sumOf(values), bound.times(values.length));
  }
  return isBound(figureOf(measure, selected));
}

/** A figure of objects; null for a minimum or maximum of none. Averages and shares: see `measures`. */
export function figureOf(measure: Pick<Measure, 'measure' | 'of'>, selected: readonly Subject[]): Big | null {
  switch (measure.measure) {
    case 'count':
      return Big(selected.length);
    case 'total':
      return sumOf(selected.map((one) => one.netTotal as Big));
    case 'quantity':
      return sumOf(selected.map((one) => Big(one.quantity as number)));
    case 'sum':
      return sumOf(valuesOf(measure, selected));
    case 'distinct':
      return Big(new Set(knownOf(measure, selected).map((value) => JSON.stringify(value))).size);
    case 'minimum':
    case 'maximum': {
      const sorted = valuesOf(measure, selected).sort((left, right) => left.cmp(right));
      return (measure.measure === 'minimum' ? sorted[0] : sorted.at(-1)) ?? null;
    }
    default:
      throw new Error(`${measure.measure} is not one number`);
  }
}

/** The values that are there; an empty list is not. */
function knownOf({ of = [] }: Pick<Measure, 'of'>, selected: readonly Subject[]): Value[] {
  return selected
    .map((one) => valueAt(one, of))
    .filter((value) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map((value) => (typeof value === 'string' ? value.normalize('NFKC') : value));
}

/** The numbers that are there. */
export const valuesOf = (measure: Pick<Measure, 'of'>, selected: readonly Subject[]): Big[] =>
  knownOf(measure, selected).map((value) => Big(value as Big));

/** Zero of none. */
export const sumOf = (values: readonly Big[]): Big => values.reduce((sum, one) => sum.plus(one), Big(0));
