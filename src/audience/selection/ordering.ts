import { DomainError } from '../../platform/errors.ts';

export type SortDirection = 'ASC' | 'DESC';
export type SortType = 'string' | 'integer' | 'instant';

/** A property that a list can be sorted by. `nullable` ones stand last when missing, in either direction. */
export interface SortField {
  readonly property: string;
  readonly type: SortType;
  readonly nullable: boolean;
}

export interface SortTerm extends SortField {
  readonly direction: SortDirection;
}

/** What a caller asks for: a field name of the list, e.g. LAST_PURCHASE_AT. */
export interface OrderBy {
  readonly field: string;
  readonly direction?: SortDirection | null;
}

/** What a list can be sorted by; `key` is unique and never missing, so that every order is total. */
export interface Sortable {
  readonly list: string;
  readonly fields: Readonly<Record<string, SortField>>;
  readonly key: SortField;
  readonly byDefault: readonly SortTerm[];
}

/** A total order: the last term is the unique key. `signature` tells cursors of different orders apart. */
export interface Ordering {
  readonly terms: readonly SortTerm[];
  readonly signature: string;
}

/**
 * The order of a list: what was asked, then the key.
 * @throws DomainError BAD_USER_INPUT for a field that the list cannot be sorted by.
 */
export function orderingOf(sortable: Sortable, orderBy: readonly OrderBy[] | null | undefined): Ordering {
  const asked = (orderBy ?? []).map((term) => ({
    ...fieldOf(sortable, term.field),
    direction: term.direction ?? 'ASC',
  }));
  const terms: SortTerm[] = [];
  for (const term of [
    ...(asked.length > 0 ? asked : sortable.byDefault),
    { ...sortable.key, direction: 'ASC' as const },
  ]) {
    if (terms.some((earlier) => earlier.property === term.property)) continue; // a second time it cannot change the order
    terms.push(term);
    if (term.property === sortable.key.property) break;
  }
  const signature = `${sortable.list}:${terms.map((term) => `${term.property} ${term.direction}`).join(',')}`;
  return { terms, signature };
}

function fieldOf(sortable: Sortable, name: string): SortField {
  const field = Object.hasOwn(sortable.fields, name) ? sortable.fields[name] : undefined;
  if (field) return field;
  throw new DomainError('BAD_USER_INPUT', `${sortable.list} cannot be sorted by ${name}.`, {
    argument: 'orderBy',
    allowed: Object.keys(sortable.fields),
  });
}
