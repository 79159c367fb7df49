import { type Fault, fault } from './errors.ts';
import { measuredFields } from './operators.ts';
import type { FieldEntry } from './scopes.ts';
import type { MeasureName, RelationName } from './tree.ts';
import { typeNouns } from './value-nouns.ts';

/** Why a measure cannot be taken of a field; null when it can. */
export function measuredFault(
  measure: MeasureName,
  relation: RelationName,
  path: string,
  field: FieldEntry,
): Fault | null {
  const isNumber = (field.type === 'Int' || field.type === 'Decimal') && !field.derived;
  const fits = measuredFields[measure] === 'numbers' ? isNumber : field.type !== 'Tags' && !field.derived;
  if (fits) return null;
  const needed = measuredFields[measure] === 'numbers' ? 'numbers only' : 'values that each object has one of';
  const reason = `\`${path}\` is ${typeNouns[field.type]}, and this measure is of ${needed}`;
  return fault('MEASURE_NOT_ALLOWED', { measure: `${measure} ${path}`, relation, reason }).fault;
}
