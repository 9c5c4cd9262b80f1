import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ack, ClientEventName, Frame, Refusal, SendMessage, SentMessage, SettledMessage, User } from '@yunhui/contracts';
import { Server, type Socket } from 'socket.io';
import { answerHttp } from './tiny-hub-http.js';
import { TinyTopic } from './tiny-topic.js';

const ada: User = { id: 'u1', name: 'Ada', kind: 'guest', grants: [] };

/** What a test wants of the hub but by the protocol's letter: all are off at first. */
type Whims = {
  refuseSockets: boolean;
  /** Tickets that open no socket. */
  refusedTickets: Set<string>;
  loseFrames: boolean;
  /** Keeps what is said and does not answer. */
  swallowAcks: boolean;
  hold: boolean;
  sample: boolean;
  /** Refuses as many messages as there are refusals. */
  refusals: Refusal[];
};

/**
 * The smallest hub that speaks the protocol: a real Socket.IO server and HTTP routes over a log in
 * memory. It does at once what the real one does per tick.
 */
export class TinyHub implements AsyncDisposable {
  readonly whims: Whims = {
    refuseSockets: false,
    refusedTickets: new Set(),
    loseFrames: false,
    swallowAcks: false,
    hold: false,
    sample: false,
    refusals: [],
  };
  readonly asked: { name: string; payload: unknown }[] = [];
  readonly tickets: (string | undefined)[] = [];
  readonly seenVerdicts: string[] = [];
  readonly #topics = new Map<string, TinyTopic>();
  #http: HttpServer;
  #io: Server;
  #port = 0;

  private constructor(private readonly ping: { pingInterval: number; pingTimeout: number }) {
    this.#http = createServer();
    this.#io = new Server();
  }

  static async start(ping = { pingInterval: 15_000, pingTimeout: 10_000 }): Promise<TinyHub> {
    const hub = new TinyHub(ping);
    await hub.listen();
    return hub;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  topic(name: string): TinyTopic {
    const known = this.#topics.get(name) ?? new TinyTopic(name);
    this.#topics.set(name, known);
    return known;
  }

  /** Listens, again on the same port after `stop`. */
  async listen(): Promise<void> {
    this.#http = createServer((request, response) => void answerHttp(this, request, response));
    this.#io = new Server(this.#http, {
      path: '/rt',
      transports: ['websocket'],
      ...this.ping,
      allowRequest: (_request, decide) => decide(null, !this.whims.refuseSockets),
    });
    this.#io.use((socket, next) => {
      const { ticket } = socket.handshake.auth as { ticket?: string };
      this.tickets.push(ticket);
      const refusal: Refusal = { code: 'ticket.refused', retry: 'sign-in' };
      next(
        ticket !== undefined && this.whims.refusedTickets.has(ticket)
          ? Object.assign(new Error(refusal.code), { data: refusal })
          : undefined,
      );
    });
    this.#io.on('connection', (socket) => this.#greet(socket));
    await new Promise<void>((resolve) => this.#http.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#http.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await this.#io.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  /** Ends every connection, as a node does that dies. */
  cutConnections(): void {
    this.#io.disconnectSockets(true);
  }

  publish(frame: Frame): void {
    if (!this.whims.loseFrames) this.#io.to(frame.topic).emit('frame', frame);
  }

  tell(event: 'notice' | 'cut' | 'standing', payload: unknown): void {
    this.#io.emit(event, payload);
  }

  /** Somebody else says something. */
  say(topic: string, ...texts: string[]): void {
    for (const text of texts) this.publish(this.topic(topic).append(text));
  }

  settle(verdict: SettledMessage): void {
    this.#io.emit('message.settled', verdict, () => this.seenVerdicts.push(verdict.id));
  }

  /** What the hub was asked by one event, oldest first. */
  payloads<Payload>(name: ClientEventName): Payload[] {
    return this.asked.filter((asked) => asked.name === name).map(({ payload }) => payload as Payload);
  }

  keep(message: SendMessage): Ack<SentMessage> {
    const topic = this.topic(message.topic);
    const refusal = this.whims.refusals.shift();
    if (refusal) return { ok: false, error: refusal };
    const { id, text } = message;
    if (this.whims.hold) {
      if (!topic.held.some((held) => held.id === id)) topic.held.push({ id, kind: message.kind, text, at: Date.now() });
      return { ok: true, value: { id, status: 'held', at: Date.now(), text } };
    }
    if (!topic.find(id)) this.publish(topic.append(text.trim(), { id, author: { id: ada.id, name: ada.name }, shown: !this.whims.sample }));
    const { seq, at } = topic.find(id) ?? { seq: topic.seq, at: Date.now() };
    return { ok: true, value: { id, status: 'published', at, text: text.trim(), seq, epoch: topic.epoch } };
  }

  #greet(socket: Socket): void {
    const { ticket } = socket.handshake.auth as { ticket?: string };
    const user = ticket === undefined ? undefined : ada;
    socket.onAny((name: ClientEventName, payload: unknown, ack?: (answer: unknown) => void) => {
      this.asked.push({ name, payload });
      const answer = this.#answer(socket, name, payload);
      if (!(name === 'message.send' && this.whims.swallowAcks)) ack?.(answer);
    });
    socket.emit('hello', { protocol: 1, at: Date.now(), user, limits: { topics: 8, textChars: 500, frameMs: 200, keys: 64 } });
  }

  #answer(socket: Socket, name: ClientEventName, payload: unknown): unknown {
    const asked = payload as { topic: string; topics: Parameters<TinyTopic['join']>[0][]; add?: string[] };
    if (name === 'topic.join') return { ok: true, value: asked.topics.map((join) => this.#join(socket, join)) };
    if (name === 'topic.leave') void socket.leave(asked.topic);
    if (name === 'topic.track')
      return { ok: true, value: { rev: this.topic(asked.topic).rev, state: this.topic(asked.topic).snapshot(100, asked.add).state } };
    if (name === 'message.send') return this.keep(payload as SendMessage);
    if (name === 'clock.sync') return { ok: true, value: { at: Date.now() } };
    return { ok: true, value: {} };
  }

  #join(socket: Socket, join: Parameters<TinyTopic['join']>[0]): unknown {
    if (join.topic === 'room:nowhere') return { ok: false, error: { code: 'topic.unknown', retry: 'never' } };
    void socket.join(join.topic);
    return { ok: true, value: this.topic(join.topic).join(join) };
  }
}
