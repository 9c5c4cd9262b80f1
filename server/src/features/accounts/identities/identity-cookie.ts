import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator, tokenIn } from '../../../platform/auth/index.js';

const lifeMs = 15 * 60_000;

/** Ties what the provider answers to the browser that asked: a short cookie beside that of the sign-in, of the same kind. */
@Injectable()
export class IdentityCookie {
  constructor(private readonly authenticator: Authenticator) {}

  in({ headers }: FastifyRequest): string | undefined {
    return tokenIn(headers.cookie, this.kind);
  }

  keep(token: string, reply: FastifyReply): void {
    const { name, options } = this.kind;
    void reply.setCookie(name, token, { ...options, maxAge: lifeMs / 1_000 });
  }

  drop(reply: FastifyReply): void {
    const { name, options } = this.kind;
    void reply.clearCookie(name, options);
  }

  private get kind(): Authenticator['cookie'] {
    const { name, options } = this.authenticator.cookie;
    return { name: `${name}-identity`, options };
  }
}
