import type { GraphQLFormattedError } from 'graphql';
import { afterAll } from 'vitest';
import { type Application, createApplication } from '../../src/application.ts';
import { createApollo } from '../../src/entry/api/apollo.ts';
import { createContext } from '../../src/entry/api/context.ts';
import { executableSchema } from '../../src/entry/api/executable-schema.ts';
import { createApiServer } from '../../src/entry/api/server.ts';
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts';
import { type Config, readConfig } from '../../src/platform/config.ts';
import type { IngestReport, RecordInput } from '../../src/platform/generated/schema-types.ts';
import { createLogger, type Logger } from '../../src/platform/log.ts';
import type { Database } from '../../src/platform/neo4j/database.ts';
import { useDatabase } from './database.ts';

/** What a test may set. */
export interface TestAppOptions {
  /** What the clock shows at first; default 2026-06-18 at noon in Shanghai. */
  readonly now?: string;
  /** Settings other than the defaults. */
  readonly config?: Partial<Config>;
  readonly log?: Logger;
}

/** What GraphQL answered, as plain JSON. */
interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** The code of the first error of an answer. */
export const codeOf = ({ errors }: Answer<unknown>): unknown => errors?.[0]?.extensions?.code;

/** The whole application on this worker's graph. */
export interface TestApp {
  readonly application: Application;
  readonly clock: FixedClock;
  readonly database: Database;
  /** One operation, through the same engine as over HTTP. */
  graphql<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** The data of an operation that must succeed. */
  data<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Takes in records, each one as an import file has it. */
  ingest(...records: RecordInput[]): Promise<IngestReport>;
  /** Address of the real server, started when first asked for, e.g. http://127.0.0.1:41234. */
  url(): Promise<string>;
}

// CI sets `error`, so that what an INTERNAL_SERVER_ERROR hides from clients is in its log.
const testLogLevel = process.env.TEST_LOG_LEVEL ?? 'silent';

/** Sets up the application for a test file. Call it at the top of the file or of a `describe`. */
export function useApp(options: TestAppOptions = {}): TestApp {
  const database = useDatabase();
  const clock = fixedClock(options.now ?? '2026-06-18T12:00:00+08:00');
  const log = options.log ?? createLogger({ logLevel: testLogLevel });
  const config = { ...readConfig({ PORT: '0' }), ...options.config };
  const application = createApplication({ config, database, clock, log });
  const apollo = createApollo(executableSchema, log);

  let address: Promise<string> | undefined;
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
    await application.settle();
  });

  async function graphql<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue: createContext(application) });
    if (body.kind !== 'single') throw new Error('a single result was expected');
    const { data, errors } = body.singleResult;
    return JSON.parse(JSON.stringify({ data, errors })) as Answer<Data>;
  }

  return {
    application,
    clock,
    database,
    graphql,
    async data<Data>(query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await graphql<Data>(query, variables);
      if (errors || !data) throw new Error(`GraphQL failed: ${JSON.stringify(errors, null, 2)}`);
      return data;
    },
    ingest: (...records) => application.ingest.ingest(records),
    url() {
      address ??= createApiServer(application).then((server) => {
        stops.push(() => server.stop());
        return server.listen();
      });
      return address;
    },
  };
}
