import { addResolversToSchema } from '@graphql-tools/schema';
import { schema } from '../../platform/schema.ts';
import { resolvers } from './resolvers/index.ts';

/** The public schema with its resolvers. */
export const executableSchema = addResolversToSchema({
  schema,
  resolvers,
  resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'error' },
});
