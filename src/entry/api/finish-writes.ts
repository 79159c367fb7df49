import type { ApolloServerPlugin } from '@apollo/server';
import { ignoreSignal } from '../../platform/request-signal.ts';

/** A mutation is finished even when its caller goes away, so that nothing stops between a write and what follows from it. */
export function finishWrites<Context extends object>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation }) {
          if (operation?.operation === 'mutation') ignoreSignal();
        },
      };
    },
  };
}
