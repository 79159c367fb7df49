import { DomainError } from '../../platform/errors.ts';
import type { CustomerRow } from '../../profile/customer360/customer-row.ts';
import type { Loaders } from './loaders.ts';

/** A customer that was just read of; a CONFLICT when it went away since. */
export async function livingCustomer(id: string, loaders: Loaders): Promise<CustomerRow> {
  const customer = await loaders.customer.load(id);
  if (customer) return customer;
  throw new DomainError('CONFLICT', 'A customer went away while what is asked for was read: try again.');
}
