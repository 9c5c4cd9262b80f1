import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from './viewer.js';

/** Who asks, in an HTTP handler. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Promise<Viewer> => {
  const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!viewer) throw new Error('the access guard has not run');
  return viewer();
});
