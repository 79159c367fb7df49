import type { IdentityRulesResolvers } from '../generated/resolvers.ts';

export const IdentityRules: IdentityRulesResolvers = {
  restitching: (_row, _args, { application }) => application.identityRules.state(),
};
