import type { FastifyReply } from 'fastify';

/** Aborts when the caller closes the connection before the answer is sent. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new Error('The caller went away.'));
  });
  return controller.signal;
}
