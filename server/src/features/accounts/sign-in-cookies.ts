import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@yunhui/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator, signInLifeMs } from '../../platform/auth/index.js';
import type { OpenedSignIn } from './accounts.service.js';

/** Puts the token of a new sign-in where it belongs: into the one cookie, and nowhere else. */
@Injectable()
export class SignInCookies {
  constructor(private readonly authenticator: Authenticator) {}

  keep({ signedIn, token }: OpenedSignIn, reply: FastifyReply): SignedIn {
    const { name, options } = this.authenticator.cookie;
    void reply.setCookie(name, token, { ...options, maxAge: signInLifeMs / 1000 });
    return signedIn;
  }
}

/** What the owner of a sign-in may know it by. */
export const deviceOf = ({ headers }: FastifyRequest): string => headers['user-agent'] ?? '';
