import { type Fault, fault } from './errors.ts';
import type { FieldEntry } from './scopes.ts';
import { typeNouns } from './value-nouns.ts';

/** Why two fields cannot be compared with each other; null when they can: both are one value of the same type. */
export function comparableFault(
  names: { readonly path: readonly string[]; readonly other: readonly string[] },
  field: FieldEntry,
  other: FieldEntry,
): Fault | null {
  const kind = kindOf(field);
  if (kind !== null && kind === kindOf(other)) return null;
  const parameters = {
    path: names.path.join('.'),
    type: nounOf(field),
    other: names.other.join('.'),
    otherType: nounOf(other),
  };
  return fault('INCOMPARABLE_FIELDS', parameters).fault;
}

/** Fields of one kind compare; null compares with nothing. */
function kindOf({ type, enumName, multiValued, derived }: FieldEntry): string | null {
  if (multiValued || derived || type === 'Tags') return null;
  if (type === 'Enum') return enumName ?? null;
  return type === 'ID' ? 'String' : type;
}

function nounOf(field: FieldEntry): string {
  if (field.multiValued) return 'a list';
  return field.derived ? 'reckoned anew at each moment' : typeNouns[field.type];
}
