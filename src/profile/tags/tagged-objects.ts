import { DomainError } from '../../platform/errors.ts';
import { parseNodeId } from '../../platform/ids.ts';
import type { TagKind } from './tag-definition.ts';

/** An object that can be tagged: a customer by id, the others by code or sku. */
export interface TaggedObject {
  readonly kind: TagKind;
  readonly key: string;
}

const kinds = { customer: 'CUSTOMER', store: 'STORE', product: 'PRODUCT', staff: 'STAFF' } as const;

/** The object that a global id names. @throws DomainError BAD_USER_INPUT for one that cannot be tagged */
export function readObject(id: string): TaggedObject {
  const named = parseNodeId(id);
  const kind = named === null ? undefined : kinds[named.kind as keyof typeof kinds];
  if (named !== null && kind !== undefined) return { kind, key: named.key };
  throw new DomainError(
    'BAD_USER_INPUT',
    `"${id}" is not the id of a customer, store, product or member of staff, such as cus_… or store:sh-01.`,
    { argument: 'object' },
  );
}
