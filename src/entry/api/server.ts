import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import type { Application } from '../../application.ts';
import { ConfigError } from '../../platform/errors.ts';
import { runWithSignal } from '../../platform/request-signal.ts';
import { createApollo } from './apollo.ts';
import { createContext } from './context.ts';
import { executableSchema } from './executable-schema.ts';
import { answerErrors, pathOf } from './http/answer-errors.ts';
import { createAuthentication } from './http/authenticate.ts';
import { exportRoute } from './http/export-route.ts';
import { goneSignal } from './http/gone-signal.ts';
import { healthRoutes } from './http/health-routes.ts';
import { importRoute } from './http/import-route.ts';
import { createGraphiQL, wantsPage } from './http/serve-graphiql.ts';
import { serveSubscriptions } from './http/subscriptions.ts';
import { bodyLimit } from './limits/limits.ts';

/** The HTTP server. */
export interface ApiServer {
  /** Starts to listen; resolves to the address, e.g. http://127.0.0.1:4000. */
  listen(): Promise<string>;
  /** Takes nothing new, finishes what runs, then closes. */
  stop(): Promise<void>;
}

const endpoint = '/graphql';

/**
 * Builds the server of an application: GraphQL (subscriptions by graphql-ws) and GraphiQL at /graphql, imports at /import, exports
 * at /export, /livez and /readyz.
 */
export async function createApiServer(application: Application): Promise<ApiServer> {
  const { config, log } = application;
  const server = Fastify({ bodyLimit });
  const apollo = createApollo(executableSchema, log, [fastifyApolloDrainPlugin(server)]);
  await apollo.start();

  answerErrors(server, log);
  let stopping = false;
  server.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    // a connection kept open would keep the server from closing
    if (stopping) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    log.debug({ method, path: pathOf(url), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  server.get('/', (_request, reply) => reply.redirect(endpoint));
  await server.register(healthRoutes, { application });
  await server.register(importRoute, { application });
  await server.register(exportRoute, { application });

  const authenticate = createAuthentication(config.auth);
  const showGraphiQL = createGraphiQL(endpoint);
  const answer = fastifyApolloHandler(apollo, {
    context: async () => createContext(application),
  });
  server.route({
    method: ['GET', 'POST'],
    url: endpoint,
    // the page itself holds no data; what it asks afterwards carries a token
    onRequest: async (request, reply) => (wantsPage(request) ? undefined : authenticate(request, reply)),
    handler: (request, reply) =>
      wantsPage(request)
        ? showGraphiQL(request, reply)
        : runWithSignal(goneSignal(reply), () => answer.call(server, request, reply)),
  });

  const endSubscriptions = serveSubscriptions(server, { application, schema: executableSchema, endpoint });

  return {
    listen: () =>
      server.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
        throw new ConfigError(
          'PORT',
          `something listens at ${config.host}:${config.port} already. Stop that, or choose another port; 0 takes any free one.`,
        );
      }),
    stop: async () => {
      stopping = true;
      await endSubscriptions();
      await apollo.stop();
    },
  };
}
