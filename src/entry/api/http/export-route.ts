import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '../../../application.ts';
import { openExport } from '../../export/open-export.ts';
import { createAuthentication } from './authenticate.ts';
import { errorBody } from './error-body.ts';
import { goneSignal } from './gone-signal.ts';
import { actorOf, readExportRequest } from './read-export-request.ts';

const contentTypes = {
  CSV: 'text/csv; charset=utf-8; header=present',
  NDJSON: 'application/x-ndjson; charset=utf-8',
} as const;

/**
 * `GET /export?…` and `POST /export`: customers of a segment, rule or filter as CSV or NDJSON, sent as fast as they are taken. What is
 * wrong before the first row is answered as an error; later the connection is cut, so that no client takes a part for the whole.
 */
export async function exportRoute(server: FastifyInstance, options: { application: Application }): Promise<void> {
  const { application } = options;
  server.route({
    method: ['GET', 'POST'],
    url: '/export',
    onRequest: createAuthentication(application.config.auth),
    preHandler: refuseOtherPages,
    handler: async (request, reply) => {
      const { auth } = application.config;
      const asked = readExportRequest((request.method === 'GET' ? request.query : request.body) ?? {});
      const input = { ...asked, actor: actorOf(auth, request.headers.authorization), via: 'HTTP' as const };
      const { id, chunks } = await openExport(application, input, goneSignal(reply));
      return reply
        .type(contentTypes[input.format])
        .header('content-disposition', `attachment; filename="${id}.${input.format.toLowerCase()}"`)
        .header('x-export-id', id)
        .send(Readable.from(chunks, { objectMode: false }));
    },
  });
}

/** A page of another site cannot read the answer, but it shall not make the graph work either. */
async function refuseOtherPages(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  return reply.code(403).send(errorBody('FORBIDDEN', 'Pages of other sites may not export.'));
}
