import { RFM_GROUPS } from '../../../profile/value/rfm.ts';
import type { ValueModelResolvers } from '../generated/resolvers.ts';

export const ValueModel: ValueModelResolvers = {
  groups: ({ groups }) => RFM_GROUPS.map((group) => ({ group, count: groups[group] })),
};
