import type {
  Ack,
  ClientEventName,
  ClientEventPayload,
  ClientEventValue,
  Cut,
  Frame,
  Hello,
  Notice,
  Refusal,
  SettledMessage,
  Standing,
} from '@yunhui/contracts';
import { io, type Socket } from 'socket.io-client';

/** What one socket tells. `lost` is told once, whatever ends it; after `end()` nothing is. */
export type SocketListeners = {
  hello: (hello: Hello) => void;
  frame: (frame: Frame) => void;
  settled: (settled: SettledMessage) => void;
  cut: (cut: Cut) => void;
  standing: (standing: Standing) => void;
  notice: (notice: Notice) => void;
  lost: (refusal?: Refusal) => void;
};

export type SocketOptions = { url: string; client?: string; ticket: () => Promise<string | undefined>; connectPatienceMs: number };

/**
 * One attempt at a connection and, when it succeeds, its life. A reconnect is another `HubSocket`:
 * nothing of a dead connection, no buffer and no half-open transport, is left to the next.
 */
export class HubSocket {
  readonly #socket: Socket;
  readonly #patience: ReturnType<typeof setTimeout>;
  #ended = false;

  constructor(
    options: SocketOptions,
    private readonly listeners: SocketListeners,
  ) {
    const { url, client, ticket, connectPatienceMs } = options;
    this.#socket = io(url === '' ? location.origin : url, {
      path: '/rt',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: (give) =>
        void ticket().then(
          (found) => give({ ticket: found, protocol: 1, client }),
          () => this.#lose(),
        ),
    });
    this.#patience = setTimeout(() => this.#lose(), connectPatienceMs);
    this.#listen();
  }

  /** Asks, and gives the hub's ack. `undefined`: no answer came, so whether it was done is not known. */
  request<Name extends ClientEventName>(
    name: Name,
    payload: ClientEventPayload<Name>,
    patienceMs: number,
  ): Promise<Ack<ClientEventValue<Name>> | undefined> {
    const socket = this.#socket;
    if (this.#ended || !socket.connected) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const answered = (error: Error | null, ack: Ack<ClientEventValue<Name>>): void => resolve(error ? undefined : ack);
      socket.timeout(patienceMs).emit(name, payload, answered);
    });
  }

  /** Says something whose loss costs nothing. */
  tell<Name extends ClientEventName>(name: Name, payload: ClientEventPayload<Name>): void {
    if (!this.#ended && this.#socket.connected) this.#socket.emit(name, payload);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#patience);
    this.#socket.disconnect();
  }

  #listen(): void {
    const { hello, frame, settled, cut, standing, notice } = this.listeners;
    this.#on('hello', (greeting: Hello) => {
      clearTimeout(this.#patience);
      hello(greeting);
    });
    this.#on('frame', frame);
    this.#on('message.settled', (verdict: SettledMessage, seen?: () => void) => {
      settled(verdict);
      seen?.();
    });
    this.#on('cut', cut);
    this.#on('standing', standing);
    this.#on('notice', notice);
    this.#socket.on('connect_error', (error: Error & { data?: Refusal }) => this.#lose(error.data));
    this.#socket.on('disconnect', () => this.#lose());
  }

  #on<Args extends unknown[]>(name: string, hear: (...args: Args) => void): void {
    this.#socket.on(name, (...args: Args) => {
      if (!this.#ended) hear(...args);
    });
  }

  #lose(refusal?: Refusal): void {
    if (this.#ended) return;
    this.end();
    this.listeners.lost(refusal);
  }
}
