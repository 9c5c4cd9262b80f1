import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import type { Viewer } from '../auth/index.js';
import { HubError } from '../hub-error.js';
import type { HubSocket } from './socket-adapter.js';

/** Somebody with a name: guests and accounts may speak, viewers without a ticket only watch. */
export type Speaker = Viewer & { user: User };

/** The speaker among viewers, or the refusal that asks for a ticket. */
export function asSpeaker(viewer: Viewer): Speaker {
  if (!viewer.user) throw new HubError('ticket.missing');
  return viewer as Speaker;
}

const socketOf = (context: ExecutionContext) => context.switchToWs().getClient<HubSocket>();

/** In a gateway: who opened the socket. */
export const SocketViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => socketOf(context).data.viewer);

/** In a gateway: the speaker; a viewer without a ticket is refused. */
export const SocketSpeaker = createParamDecorator((_: unknown, context: ExecutionContext): Speaker =>
  asSpeaker(socketOf(context).data.viewer),
);
