import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthSettings } from '../../../platform/config.ts';
import { errorBody } from './error-body.ts';

/** A hook that lets a request through only with an accepted bearer token; with auth `none` everyone passes. */
export function createAuthentication(
  auth: AuthSettings,
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const isAccepted = createTokenCheck(auth);
  return async (request, reply) => {
    if (isAccepted(request.headers.authorization)) return;
    return reply
      .code(401)
      .header('www-authenticate', 'Bearer')
      .send(errorBody('UNAUTHENTICATED', 'Send an accepted token: Authorization: Bearer <token>.'));
  };
}

/** Whether an authorization header carries an accepted token; with auth `none` any will do. */
export function createTokenCheck(auth: AuthSettings): (authorization: unknown) => boolean {
  const accepted = auth.kind === 'token' ? auth.tokens.map(digest) : [];
  return (authorization) => {
    if (auth.kind === 'none') return true;
    const given = typeof authorization === 'string' ? /^Bearer +(\S+) *$/i.exec(authorization)?.[1] : undefined;
    return given !== undefined && isOneOf(digest(given), accepted);
  };
}

// digests have one length, and every one is compared, so that time tells nothing of the tokens
function isOneOf(given: Buffer, accepted: readonly Buffer[]): boolean {
  return accepted.reduce((found, one) => timingSafeEqual(given, one) || found, false);
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
