import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common';
import type { Problem } from '@yunhui/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '../hub-error.js';
import { KnownRoutes } from './known-routes.js';
import { internalProblem, knownProblem, problemOf } from './problem.js';

/** Writes a problem as the answer. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(problem.retryAfterMs / 1000));
  void reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(problem);
}

/** The one filter of HTTP: refusals are answered by their code, everything else is logged whole and answered `internal`. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  constructor(private readonly routes: KnownRoutes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) {
      this.log.error(error);
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, this.problemOf(error, request, reply));
  }

  private problemOf(error: unknown, { method, url }: FastifyRequest, reply: FastifyReply): Problem {
    const problem = knownProblem(error);
    if (!problem) {
      this.log.error(error);
      return internalProblem();
    }
    if (problem.code !== 'path.unknown') return problem;
    const methods = this.routes.methodsOf(url);
    if (methods.length === 0 || methods.includes(method)) return problem;
    void reply.header('allow', methods.join(', '));
    return problemOf(new HubError('method.refused'));
  }
}
