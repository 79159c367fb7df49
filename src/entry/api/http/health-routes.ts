import type { FastifyInstance } from 'fastify';
import type { Application } from '../../../application.ts';

/** `/livez`: the process answers. `/readyz`: the graph answers too, else 503. */
export async function healthRoutes(server: FastifyInstance, options: { application: Application }): Promise<void> {
  server.get('/livez', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await options.application.checkReady();
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
}
