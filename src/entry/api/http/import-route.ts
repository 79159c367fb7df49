import type { FastifyInstance } from 'fastify';
import type { Application } from '../../../application.ts';
import { createAuthentication } from './authenticate.ts';
import { errorBody } from './error-body.ts';

/** NDJSON by its usual names. Types that a web page may send without asking (text/plain) are left out on purpose. */
const types = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

/** `POST /import`: one RecordInput in JSON a line, read as fast as it is taken in, of any length; answers an IngestReport. */
export async function importRoute(server: FastifyInstance, options: { application: Application }): Promise<void> {
  const { application } = options;
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(types, (_request, payload, done) => done(null, payload));
  server.route({
    method: 'POST',
    url: '/import',
    bodyLimit: Number.MAX_SAFE_INTEGER,
    onRequest: createAuthentication(application.config.auth),
    handler: async (request, reply) => {
      const encoding = request.headers['content-encoding'];
      if (request.body === undefined || (encoding !== undefined && encoding !== 'identity')) {
        const text = `Send NDJSON, not compressed, with content-type ${types.join(', ')}.`;
        return reply.code(415).send(errorBody('BAD_REQUEST', text));
      }
      return application.ingest.importLines(request.body as AsyncIterable<Uint8Array>);
    },
  });
}
