import type { Server as HttpServer } from 'node:http';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { MessageMappingProperties } from '@nestjs/websockets';
import type { Hello } from '@yunhui/contracts';
import type { Server, ServerOptions, Socket } from 'socket.io';
import { CONFIG, type Config } from '../../config.js';
import { Door, Revocations, SocketAuthenticator, type Viewer } from '../auth/index.js';
import { Clock } from '../clock.js';
import { HubError } from '../hub-error.js';
import { Ceilings } from '../limits/index.js';
import { Ladder } from '../overload/index.js';
import { Broadcast, engine, isStaff, socketsOf } from '../realtime/index.js';
import { Admission } from './admission.js';
import { sendAway } from './drain.js';
import { OriginRule } from './origin-rule.js';
import { refusalOf } from './refusal-of.js';
import { SlowReaders } from './slow-readers.js';
import { SocketFigures } from './socket-figures.js';
import { type EventHandler, SocketEvents } from './socket-events.js';

/** A socket after its handshake. */
export type HubSocket = Socket & { data: { viewer: Viewer } };

/** Packets above this close their connection (1009) and nothing else. */
const mostPacketBytes = 64 * 1024;
const textChars = 500;

/** Socket.IO as the protocol wants it: path /rt, WebSocket only, tickets at the door, every event with an ack function answered. */
export class SocketAdapter extends IoAdapter {
  private readonly log = new Logger(SocketAdapter.name);
  private readonly events = new WeakMap<Socket, SocketEvents>();
  private readonly authenticator: SocketAuthenticator;
  private readonly revocations: Revocations;
  private readonly broadcast: Broadcast;
  private readonly origins: OriginRule;
  private readonly admission: Admission;
  private readonly door: Door;
  private readonly ladder: Ladder;
  private readonly limitsOff: boolean;
  private readonly ceilings: Ceilings;
  private readonly sockets = new Map<string, number>();
  private readonly clock: Clock;
  private readonly figures: SocketFigures;
  private readonly slowReaders = new SlowReaders(
    () => this.server?.sockets.sockets.values() ?? [],
    (socket, retryAfterMs) => this.cutSlow(socket, retryAfterMs),
  );
  private server?: Server;
  private draining = false;

  constructor(app: INestApplicationContext) {
    super(app);
    this.authenticator = app.get(SocketAuthenticator, { strict: false });
    this.revocations = app.get(Revocations, { strict: false });
    this.broadcast = app.get(Broadcast, { strict: false });
    this.origins = app.get(OriginRule, { strict: false });
    this.admission = app.get(Admission, { strict: false });
    this.door = app.get(Door, { strict: false });
    this.ladder = app.get(Ladder, { strict: false });
    this.limitsOff = app.get<Config>(CONFIG, { strict: false }).RATE_LIMITS === 'off';
    this.ceilings = app.get(Ceilings, { strict: false });
    this.clock = app.get(Clock, { strict: false });
    this.figures = app.get(SocketFigures, { strict: false });
    this.figures.gauge('hub_sockets', 'Sockets that are open here', () => this.server?.sockets.sockets.size ?? 0);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const http = this.httpServer as HttpServer;
    const routes = http.listeners('request') as (() => void)[];
    const server = super.createIOServer(port, { ...options, ...this.rules() } as ServerOptions) as Server;
    // Sockets come by upgrade only; a plain request under /rt is an unknown path, answered like any other.
    http.removeAllListeners('request');
    for (const route of routes) http.on('request', route);
    server.use(
      (socket, next) =>
        void this.welcome(socket).then(
          () => next(),
          (error: unknown) => next(asConnectError(error)),
        ),
    );
    this.broadcast.attach(server);
    this.revocations.onRevoked(() => this.dropRevoked(server));
    this.server = server;
    this.slowReaders.begin();
    return server;
  }

  override bindMessageHandlers(socket: HubSocket, handlers: MessageMappingProperties[]): void {
    let events = this.events.get(socket);
    if (!events) {
      events = new SocketEvents(socket, (fault) => this.log.error(fault));
      this.events.set(socket, events);
      socket.emit('hello', this.helloTo(socket.data.viewer));
    }
    for (const { message, callback } of handlers) events.handle(String(message), callback as EventHandler);
  }

  /** The hub is going: nobody comes in any more, and whoever is here is sent away. */
  async drain(): Promise<void> {
    this.draining = true;
    this.slowReaders.end();
    const sockets = [...(this.server?.sockets.sockets.values() ?? [])];
    await sendAway(sockets, (socket) => (this.events.get(socket)?.unanswered ?? 0) === 0);
  }

  /** It gets the word if it reads on at all; its connection does not wait for that. */
  private cutSlow(socket: Socket, retryAfterMs: number): void {
    this.figures.slowReadersCut.inc();
    socket.emit('notice', { kind: 'close', reason: 'slow', retryAfterMs });
    socket.request.socket.destroy();
  }

  private rules(): Partial<ServerOptions> {
    return {
      path: '/rt',
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: mostPacketBytes,
      pingInterval: 15_000,
      pingTimeout: 10_000,
      allowRequest: (request, decide) => decide(null, !this.draining && this.origins.allowsSocket(request)),
    };
  }

  private async welcome(socket: Socket): Promise<void> {
    const { protocol, ticket } = socket.handshake.auth as { protocol?: unknown; ticket?: unknown };
    if (protocol !== undefined && protocol !== 1) throw new HubError('protocol.unsupported');
    const viewer = await this.authenticator.viewerOf({ request: socket.request, auth: { ticket } });
    this.admission.admit(viewer);
    this.door.admit(viewer);
    this.countAddress(socket, viewer.address);
    socket.data = { viewer };
    if (viewer.user) await socket.join(socketsOf(viewer.user.id));
  }

  /** A ceiling only: behind one address sit whole schools. */
  private countAddress(socket: Socket, address: string): void {
    if (socket.conn.readyState !== 'open') throw new HubError('limit.reached', { retryAfterMs: 1_000 }); // it closed while its ticket was read
    const sockets = (this.sockets.get(address) ?? 0) + 1;
    if (!this.limitsOff && sockets > this.ceilings.of(address).sockets) throw new HubError('limit.reached', { retryAfterMs: 10_000 });
    this.sockets.set(address, sockets);
    socket.conn.once('close', () => {
      const left = (this.sockets.get(address) ?? 1) - 1;
      if (left > 0) this.sockets.set(address, left);
      else this.sockets.delete(address);
    });
  }

  private helloTo(viewer: Viewer): Hello {
    const topics = isStaff({ viewer }) ? engine.limits.staffTopics : engine.limits.topics;
    return {
      ...this.broadcast.greeting(),
      protocol: 1,
      at: this.clock.now(),
      user: viewer.user,
      limits: { topics, textChars, frameMs: this.ladder.tickMs, keys: engine.limits.keys },
    };
  }

  /** A sign-in that ended, or grants that changed: the socket goes, and its client comes back as who it is now. */
  private dropRevoked(server: Server): void {
    for (const socket of server.sockets.sockets.values()) {
      if (!this.revocations.isRevoked((socket as HubSocket).data.viewer)) continue;
      socket.emit('notice', { kind: 'close', reason: 'drain', retryAfterMs: 0 });
      socket.disconnect(true);
    }
  }
}

/** Socket.IO hands `data` of a refused handshake to the client's `connect_error`. */
function asConnectError(error: unknown): Error {
  const refusal = refusalOf(error) ?? new HubError('internal', { cause: error });
  return Object.assign(new Error(refusal.code), { data: refusal.toRefusal() });
}
