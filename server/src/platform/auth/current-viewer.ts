import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from './viewer.js';

function viewerOf(context: ExecutionContext): () => Promise<Viewer> {
  const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!viewer) throw new Error('the access guard has not run');
  return viewer;
}

/** Who asks, in an HTTP handler. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Promise<Viewer> => viewerOf(context)());

/** How to find out who asks, for answers that are the same for everybody most of the time: it may cost a statement. */
export const ViewerLater = createParamDecorator((_: unknown, context: ExecutionContext): (() => Promise<Viewer>) => viewerOf(context));
