import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defaultQuery } from './default-query.ts';

/** Nothing is loaded from elsewhere: the page works offline, and the browser holds it to that. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Does a browser ask for a page, rather than a program for an answer? */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

interface Page {
  readonly plain: Buffer;
  readonly gzip: Buffer;
}

/** A handler that answers with GraphiQL, made at the first request and kept. */
export function createGraphiQL(endpoint: string): (request: FastifyRequest, reply: FastifyReply) => Promise<Buffer> {
  let page: Promise<Page> | undefined;
  return async (request, reply) => {
    page ??= render(endpoint);
    const { plain, gzip } = await page;
    const zipped = (request.headers['accept-encoding'] ?? '').toString().includes('gzip');
    if (zipped) reply.header('content-encoding', 'gzip');
    reply.header('content-security-policy', policy).header('vary', 'accept, accept-encoding');
    reply.type('text/html; charset=utf-8');
    return zipped ? gzip : plain;
  };
}

// nine megabytes of source: loaded only when somebody looks
async function render(endpoint: string): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const plain = Buffer.from(renderGraphiQL({ title: 'customer-graph', endpoint, defaultQuery }));
  return { plain, gzip: gzipSync(plain) };
}
