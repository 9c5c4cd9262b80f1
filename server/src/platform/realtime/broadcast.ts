import { Injectable } from '@nestjs/common';
import type { ServerEvents } from '@yunhui/contracts';

/** Where events go out: Socket.IO's server, of which only this is used. */
export type Outlet = {
  sockets: { adapter: { rooms: Map<string, Set<string>> }; sockets: Map<string, { emit(event: string, ...args: unknown[]): void }> };
};

/** Events to this node's sockets that are no frames: to all of them, or to all of one user. */
@Injectable()
export class Broadcast {
  private outlet?: Outlet;

  attach(outlet: Outlet): void {
    this.outlet = outlet;
  }

  /** To each socket of a user, hearing of each client that took it. */
  ask<Name extends keyof ServerEvents>(user: string, event: Name, payload: Parameters<ServerEvents[Name]>[0], taken: () => void): void {
    const members = this.outlet?.sockets.adapter.rooms.get(socketsOf(user)) ?? [];
    for (const id of members) this.outlet?.sockets.sockets.get(id)?.emit(event, payload, taken);
  }
}

/** Socket.IO's room of everything that one user has open here. */
export function socketsOf(user: string): string {
  return `user|${user}`;
}
