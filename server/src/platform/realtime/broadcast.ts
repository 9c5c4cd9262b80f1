import { Injectable } from '@nestjs/common';
import type { Hello, Notice, ServerEvents } from '@yunhui/contracts';
import type { Viewer } from '../auth/index.js';

/** A socket, as far as events that are no frames need it. */
export type OutletSocket = {
  id: string;
  data: { viewer?: Viewer };
  emit(event: string, ...args: unknown[]): void;
  disconnect(close?: boolean): void;
};
/** Where events go out: Socket.IO's server, of which only this is used. */
export type Outlet = {
  emit(event: string, ...args: unknown[]): unknown;
  sockets: { adapter: { rooms: Map<string, Set<string>> }; sockets: Map<string, OutletSocket> };
};

/** Events to this node's sockets that are no frames: to all of them, or to all of one user. */
@Injectable()
export class Broadcast {
  private outlet?: Outlet;
  private readonly greetings: (() => Partial<Hello>)[] = [];

  attach(outlet: Outlet): void {
    this.outlet = outlet;
  }

  /** To each socket of a user, hearing of each client that took it. */
  ask<Name extends keyof ServerEvents>(user: string, event: Name, payload: Parameters<ServerEvents[Name]>[0], taken: () => void): void {
    for (const socket of this.socketsOf(user)) socket.emit(event, payload, taken);
  }

  /** To each socket of a user, here. */
  tell<Name extends keyof ServerEvents>(user: string, event: Name, payload: Parameters<ServerEvents[Name]>[0]): void {
    for (const socket of this.socketsOf(user)) socket.emit(event, payload);
  }

  /** Everything that one user has open here. */
  socketsOf(user: string): OutletSocket[] {
    const members = this.outlet?.sockets.adapter.rooms.get(socketsOf(user)) ?? [];
    return [...members].flatMap((id) => this.outlet?.sockets.sockets.get(id) ?? []);
  }

  /** Everything that is open here, whoever opened it. */
  sockets(): Iterable<OutletSocket> {
    return this.outlet?.sockets.sockets.values() ?? [];
  }

  /** To everybody who is connected here, written once. */
  tellAll<Name extends keyof ServerEvents>(event: Name, payload: Parameters<ServerEvents[Name]>[0]): void {
    this.outlet?.emit(event, payload);
  }

  /** What a feature has to say to each new connection, in its `hello`. */
  greetWith(words: () => Partial<Hello>): void {
    this.greetings.push(words);
  }

  /** All that features have to say to a new connection. */
  greeting(): Partial<Hello> {
    return Object.assign({}, ...this.greetings.map((words) => words())) as Partial<Hello>;
  }

  /** Ends a connection, with the word why before it. */
  close(socket: OutletSocket, notice: Omit<Notice, 'kind'>): void {
    socket.emit('notice', { kind: 'close', ...notice } satisfies Notice);
    socket.disconnect(true);
  }
}

/** Socket.IO's room of everything that one user has open here. */
export function socketsOf(user: string): string {
  return `user|${user}`;
}
