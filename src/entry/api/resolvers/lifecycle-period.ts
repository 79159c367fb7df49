import { factRef, namedIdentifier } from '../../../profile/identity/name-facts.ts';
import type { LifecyclePeriodResolvers } from '../generated/resolvers.ts';

const types = { ORDER: 'order', EVENT: 'event' } as const;

export const LifecyclePeriod: LifecyclePeriodResolvers = {
  fact: ({ cause, causedBy }) =>
    causedBy !== null && (cause === 'ORDER' || cause === 'EVENT') ? factRef(types[cause], causedBy) : null,
  identifier: ({ cause, causedBy }) => (causedBy !== null && cause === 'IDENTIFIED' ? namedIdentifier(causedBy) : null),
};
