import type { Ack } from '@yunhui/contracts';
import { WebSocket } from 'ws';
import { connectText, eventText, pongText, readPacket } from '../../load/packets.js';

export type LineOptions = { address: string; ticket?: string; patienceMs?: number };
export type LineEvents = { event: (name: string, body: unknown) => void; closed: () => void };

/** The hub answers within 5 s, or not at all. */
const ackPatienceMs = 6_000;

/** One connection of a person: a bare WebSocket that speaks the public protocol and forgives nothing. */
export class Line {
  isOpen = true;
  readonly #acks = new Map<number, (answer: Ack<unknown> | undefined) => void>();
  #lastAckId = 0;

  private constructor(
    private readonly socket: WebSocket,
    private readonly events: LineEvents,
  ) {
    socket.on('close', () => this.#ended());
    socket.on('error', () => this.#ended());
  }

  /** Settles when the hub has let us in; throws when it does not, in time. */
  static async open({ address, ticket, patienceMs = 10_000 }: LineOptions, events: LineEvents): Promise<Line> {
    const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/rt/?EIO=4&transport=websocket`, { perMessageDeflate: false });
    const line = new Line(socket, events);
    const late = setTimeout(() => socket.terminate(), patienceMs);
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.once('close', () => reject(new Error('closed at its handshake')));
        socket.on('message', (data: Buffer) => line.#take(data.toString(), { ticket, protocol: 1, client: 'faults/1' }, resolve, reject));
      });
    } finally {
      clearTimeout(late);
    }
    return line;
  }

  /** `undefined`: no answer came, so whether it was done is not known. */
  async ask<Value>(name: string, payload: unknown): Promise<Ack<Value> | undefined> {
    if (!this.isOpen) return undefined;
    const id = (this.#lastAckId += 1);
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#answer(id, undefined), ackPatienceMs);
      this.#acks.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer as Ack<Value> | undefined);
      });
      this.socket.send(eventText(name, payload, id));
    });
  }

  /** Stops reading, as a stuck phone does; the hub learns of it only by what it cannot write. */
  stopReading(): void {
    this.socket.pause();
  }

  end(): void {
    this.socket.terminate();
  }

  #take(text: string, auth: Record<string, unknown>, connected: () => void, refused: (error: Error) => void): void {
    const packet = readPacket(text);
    if (packet.kind === 'open') this.socket.send(connectText(auth));
    if (packet.kind === 'ping') this.socket.send(pongText);
    if (packet.kind === 'connected') connected();
    if (packet.kind === 'refused') {
      refused(new Error(`refused: ${packet.body}`));
      this.end();
    }
    if (packet.kind === 'ack') this.#answer(packet.id, JSON.parse(packet.body) as Ack<unknown>);
    if (packet.kind === 'event') this.events.event(packet.name, packet.body === '' ? undefined : JSON.parse(packet.body));
  }

  #answer(id: number, answer: Ack<unknown> | undefined): void {
    this.#acks.get(id)?.(answer);
    this.#acks.delete(id);
  }

  #ended(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    for (const id of this.#acks.keys()) this.#answer(id, undefined);
    this.events.closed();
  }
}
