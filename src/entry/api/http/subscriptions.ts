import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Application } from '../../../application.ts';
import { createContext } from '../context.ts';
import { createErrorFormat } from '../format-error.ts';
import { checkSize } from '../limits/limit-operations.ts';
import { limits } from '../limits/limits.ts';
import { measureOperation } from '../limits/measure-operation.ts';
import { createTokenCheck } from './authenticate.ts';

const MOST_SOCKETS = 1_000;
const MOST_SUBSCRIPTIONS = 50;
const MOST_BYTES = 65_536;

/** What subscriptions are served with. */
export interface SubscriptionsOptions {
  readonly application: Application;
  readonly schema: GraphQLSchema;
  /** Path of the endpoint. */
  readonly endpoint: string;
}

/**
 * Serves subscriptions by the graphql-ws protocol. The token comes in `connectionParams.authorization`, or in the header of the
 * upgrade where the client can set one. A page of another origin is refused, as browsers do not ask before they open a socket.
 * @returns the way to end all of them
 */
export function serveSubscriptions(server: FastifyInstance, options: SubscriptionsOptions): () => Promise<void> {
  const { application, schema, endpoint } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  const isAccepted = createTokenCheck(application.config.auth);
  const format = createErrorFormat(application.log);
  const shown = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
    errors.map((error) => format(error.toJSON(), error));

  const protocol = useServer(
    {
      onConnect: ({ connectionParams, extra }) =>
        isAccepted(connectionParams?.authorization) || isAccepted(extra.request.headers.authorization),
      onSubscribe: ({ subscriptions }, _id, payload) => {
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS)
          return [new GraphQLError(`One socket carries ${MOST_SUBSCRIPTIONS} subscriptions at most.`)];
        return prepare(schema, payload);
      },
      subscribe: (args) => subscribeFreshly(args, application),
      onError: (_context, _id, _payload, errors) => shown(errors as readonly GraphQLError[]),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: shown(result.errors as readonly GraphQLError[]) as never } : result,
    },
    sockets,
  );

  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, endpoint, sockets.clients.size);
    if (refusal === null)
      sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
    else socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
  });
  return async () => protocol.dispose();
}

function refusalOf({ url = '', headers }: IncomingMessage, endpoint: string, open: number): string | null {
  if (url.split('?', 1)[0] !== endpoint) return '404 Not Found';
  if (headers.origin !== undefined && hostOf(headers.origin) !== headers.host) return '403 Forbidden';
  return open < MOST_SOCKETS ? null : '503 Service Unavailable';
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** What is to be run, or what is wrong with it: only subscriptions are served here, within the limits that hold for all. */
function prepare(schema: GraphQLSchema, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
  const { operationName, variables } = payload;
  let document: DocumentNode;
  try {
    document = parse(payload.query, { maxTokens: limits.tokens });
  } catch (error) {
    return [refused('GRAPHQL_PARSE_FAILED', (error as GraphQLError).message)];
  }
  const faults = validate(schema, document, undefined, { maxErrors: 50 });
  if (faults.length > 0) return faults.map(({ message }) => refused('GRAPHQL_VALIDATION_FAILED', message));
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'subscription')
    return [refused('BAD_REQUEST', 'Only subscriptions are served over a socket: POST everything else.')];
  try {
    checkSize(measureOperation(schema, document, operation, variables ?? {}));
  } catch (error) {
    return [error as GraphQLError];
  }
  return { schema, document, operationName, variableValues: variables };
}

const refused = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });

/** Answers each event in a context of its own: what loaders have read for one is old for the next. */
async function subscribeFreshly(args: ExecutionArgs, application: Application) {
  const events = await createSourceEventStream({ ...args, contextValue: createContext(application) });
  if (!(Symbol.asyncIterator in events)) return events;
  const iterator = events[Symbol.asyncIterator]();
  const answer = async (rootValue: unknown): Promise<ExecutionResult> =>
    execute({ ...args, rootValue, contextValue: createContext(application) });
  return {
    next: async (): Promise<IteratorResult<ExecutionResult, undefined>> => {
      const { done, value } = await iterator.next();
      return done ? { done: true, value: undefined } : { done: false, value: await answer(value) };
    },
    return: async (): Promise<IteratorResult<ExecutionResult, undefined>> => {
      await iterator.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
