import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HubError } from '../hub-error.js';
import { type Access, accessOf, type Asked, isAllowed } from './access.js';
import { Authenticator } from './authenticator.js';
import { RegionTree } from './region-tree.js';
import type { Viewer } from './viewer.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, found out when somebody wants to know: most answers are for everybody. */
    viewer?: () => Promise<Viewer>;
  }
}

/** A socket after its handshake: whoever opened it stands in its `data`. */
type KnownSocket = { data: { viewer?: Viewer } };

/** In front of every route and every socket event: what names nobody is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly regions: RegionTree,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler(), context.getClass());
    if (context.getType() === 'ws') {
      const socket = context.switchToWs();
      return this.judge(access, { body: socket.getData<unknown>() }, () => viewerOfSocket(socket.getClient<KnownSocket>()));
    }
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const lasting = access?.everyone === false && access.lasting;
    const viewer = (request.viewer ??= once(() => this.authenticator.viewerOf(request.raw, { lasting })));
    return this.judge(access, request, viewer);
  }

  private async judge(access: Access | undefined, asked: Asked, viewerOf: () => Promise<Viewer>): Promise<boolean> {
    if (access?.everyone) return true;
    const viewer = await viewerOf();
    if (access && isAllowed(access, asked, viewer, this.regions.pathOf)) return true;
    throw new HubError(viewer.user ? 'access.refused' : 'ticket.missing');
  }
}

async function viewerOfSocket({ data }: KnownSocket): Promise<Viewer> {
  if (!data.viewer) throw new HubError('ticket.missing');
  return data.viewer;
}

function once<Value>(find: () => Promise<Value>): () => Promise<Value> {
  let found: Promise<Value> | undefined;
  return () => (found ??= find());
}
