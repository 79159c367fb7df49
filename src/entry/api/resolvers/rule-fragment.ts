import type { RuleFragmentResolvers } from '../generated/resolvers.ts';

export const RuleFragment: RuleFragmentResolvers = {
  scope: ({ scope }) => scope.toUpperCase() as Uppercase<typeof scope>,
  parameters: ({ parameters }) =>
    parameters.map(({ name, type, operand }) => ({
      name,
      type,
      operand: operand.toUpperCase() as Uppercase<typeof operand>,
    })),
  usedBySegments: async ({ name }, _, { application }) => [...(await application.fragments.usersOf(name)).segments],
  usedByFragments: async ({ name }, _, { application }) => [...(await application.fragments.usersOf(name)).fragments],
};
