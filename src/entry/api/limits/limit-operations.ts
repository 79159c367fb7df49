import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { limits } from './limits.ts';
import { measureOperation, type OperationSize } from './measure-operation.ts';

/** Refuses operations that ask for too much, before anything runs: QUERY_TOO_COMPLEX with `limit`, `most` and `found`. */
export function limitOperations<Context extends object>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (operation) checkSize(measureOperation(schema, document, operation, request.variables ?? {}));
        },
      };
    },
  };
}

/** @throws GraphQLError QUERY_TOO_COMPLEX for an operation that asks for too much */
export function checkSize(size: OperationSize): void {
  for (const limit of ['depth', 'aliases', 'objects'] as const) {
    if (size[limit] > limits[limit]) throw tooComplex(limit, limits[limit], size[limit]);
  }
}

const advice = {
  depth: 'Ask for fewer fields below each other.',
  aliases: 'Ask for the same field under fewer names.',
  objects: 'Ask for smaller pages (first, last).',
} as const;

function tooComplex(limit: keyof typeof advice, most: number, found: number): GraphQLError {
  return new GraphQLError(`The query asks for too much: ${limit} ${found}, the limit is ${most}. ${advice[limit]}`, {
    extensions: { code: 'QUERY_TOO_COMPLEX', limit, most, found, http: { status: 400 } },
  });
}
