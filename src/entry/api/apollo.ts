import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../../platform/log.ts';
import type { GraphQLContext } from './context.ts';
import { finishWrites } from './finish-writes.ts';
import { createErrorFormat } from './format-error.ts';
import { limitOperations } from './limits/limit-operations.ts';
import { limits } from './limits/limits.ts';

/** The GraphQL engine over an executable schema, not started yet. */
export function createApollo(
  schema: GraphQLSchema,
  log: Logger,
  plugins: ApolloServerPlugin<GraphQLContext>[] = [],
): ApolloServer<GraphQLContext> {
  return new ApolloServer<GraphQLContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 50 },
    executionOptions: { maxCoercionErrors: 20 },
    formatError: createErrorFormat(log),
    logger: log,
    nodeEnv: 'production',
    plugins: [
      limitOperations(),
      finishWrites(),
      ApolloServerPluginLandingPageDisabled(),
      // nothing is cacheable, which server.ts says once; the plugin would ask it of every field of every answer
      ApolloServerPluginCacheControlDisabled(),
      ...plugins,
    ],
  });
}
