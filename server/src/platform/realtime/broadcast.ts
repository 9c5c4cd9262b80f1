import { Injectable } from '@nestjs/common';
import type { ServerEvents } from '@yunhui/contracts';

/** Where events go out: Socket.IO's server, of which only this is used. */
export type Outlet = {
  local: { to(cohort: string): { emit(event: string, payload: unknown): void } };
  sockets: { adapter: { rooms: Map<string, Set<string>> }; sockets: Map<string, { emit(event: string, ...args: unknown[]): void }> };
};

/** Sends to this node's sockets. A cohort is everyone who gets the same bytes: they are encoded once. */
@Injectable()
export class Broadcast {
  private outlet?: Outlet;

  attach(outlet: Outlet): void {
    this.outlet = outlet;
  }

  send<Name extends keyof ServerEvents>(cohort: string, event: Name, payload: Parameters<ServerEvents[Name]>[0]): void {
    this.outlet?.local.to(cohort).emit(event, payload);
  }

  /** Whether anybody on this node is in a cohort. */
  has(cohort: string): boolean {
    return this.outlet?.sockets.adapter.rooms.has(cohort) ?? false;
  }

  /** The same to each socket of a cohort, hearing of each client that took it. */
  ask<Name extends keyof ServerEvents>(cohort: string, event: Name, payload: Parameters<ServerEvents[Name]>[0], taken: () => void): void {
    const members = this.outlet?.sockets.adapter.rooms.get(cohort) ?? [];
    for (const id of members) this.outlet?.sockets.sockets.get(id)?.emit(event, payload, taken);
  }
}

export const cohortOf = {
  /** Entries and state. */
  full: (topic: string) => `${topic}|full`,
  /** Entries only: for those who track keys and get their own state. */
  entries: (topic: string) => `${topic}|entries`,
  state: (topic: string) => `${topic}|state`,
  /** Nothing is sent here: those who track keys without entries get only their own frames. */
  keysOnly: (topic: string) => `${topic}|keys`,
  all: (topic: string) => `${topic}|all`,
  /** Every socket of one user. */
  user: (id: string) => `user|${id}`,
};
