import { namedIdentifier } from '../../../profile/identity/name-facts.ts';
import type {
  PartingReasonResolvers,
  PreviewedMergeResolvers,
  PreviewedSplitResolvers,
} from '../generated/resolvers.ts';
import { livingCustomer } from '../living-customer.ts';

export const PreviewedMerge: PreviewedMergeResolvers = {
  customers: ({ customers }, _, { loaders }) => Promise.all(customers.map((id) => livingCustomer(id, loaders))),
  identifiers: ({ via }) => via.map(namedIdentifier),
};

export const PreviewedSplit: PreviewedSplitResolvers = {
  customer: ({ customer }, _, { loaders }) => livingCustomer(customer, loaders),
};

export const PartingReason: PartingReasonResolvers = {
  identifier: ({ key }) => namedIdentifier(key),
};
