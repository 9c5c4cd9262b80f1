import type { Ack, Frame } from '@yunhui/contracts';
import { WebSocket } from 'ws';
import { connectText, eventText, pongText, readPacket } from './packets.js';

/** The hub answers within 5 s, or not at all. */
const ackPatienceMs = 6_000;

export type LoadSocketOptions = {
  url: string;
  ticket?: string;
  /** Given, frames are parsed for it; else they are only counted. */
  onFrame?: (frame: Frame) => void;
};

/** One viewer of the hub on a bare WebSocket: cheap enough to have thousands of in a process. */
export class LoadSocket {
  frames = 0;
  bytes = 0;
  isOpen = true;
  readonly #acks = new Map<number, (answer: string | undefined) => void>();
  #lastAckId = 0;

  private constructor(
    private readonly socket: WebSocket,
    private readonly onFrame?: (frame: Frame) => void,
  ) {
    socket.on('close', () => this.#ended());
    socket.on('error', () => this.#ended());
  }

  /** Settles when the hub has let us in. */
  static async connect({ url, ticket, onFrame }: LoadSocketOptions): Promise<LoadSocket> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/rt/?EIO=4&transport=websocket`, { perMessageDeflate: false });
    const viewer = new LoadSocket(socket, onFrame);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the hub closed a socket at its handshake')));
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        const packet = readPacket(text);
        if (packet.kind === 'open') socket.send(connectText({ ticket, protocol: 1, client: 'load/1' }));
        else if (packet.kind === 'connected') resolve();
        else if (packet.kind === 'refused') reject(new Error(`the hub refused a socket: ${packet.body}`));
        else viewer.#take(text, packet);
      });
    });
    return viewer;
  }

  /** `undefined`: no answer came. */
  async ask<Value>(name: string, payload: unknown): Promise<Ack<Value> | undefined> {
    if (!this.isOpen) return undefined;
    const id = (this.#lastAckId += 1);
    const answer = await new Promise<string | undefined>((resolve) => {
      const late = setTimeout(() => this.#answer(id, undefined), ackPatienceMs);
      this.#acks.set(id, (body) => {
        clearTimeout(late);
        resolve(body);
      });
      this.socket.send(eventText(name, payload, id));
    });
    return answer === undefined ? undefined : (JSON.parse(answer) as Ack<Value>);
  }

  close(): void {
    this.socket.terminate();
  }

  #take(text: string, packet: ReturnType<typeof readPacket>): void {
    if (packet.kind === 'ping') this.socket.send(pongText);
    if (packet.kind === 'ack') this.#answer(packet.id, packet.body);
    if (packet.kind !== 'event' || packet.name !== 'frame') return;
    this.frames += 1;
    this.bytes += text.length;
    this.onFrame?.(JSON.parse(packet.body) as Frame);
  }

  #answer(id: number, body: string | undefined): void {
    this.#acks.get(id)?.(body);
    this.#acks.delete(id);
  }

  #ended(): void {
    this.isOpen = false;
    for (const id of this.#acks.keys()) this.#answer(id, undefined);
  }
}
