import { connect, type Socket } from 'node:net';
import { connectText, eventText } from './packets.js';
import { handshakeTo, maskedText } from './raw-web-socket.js';

const readBytes = 1_024;
const drinkEveryMs = 1_000;
/** Engine.IO opens, the hub greets, and the join is answered. */
const steps = ['0{"sid"', '42["hello"', '431['];

/**
 * A viewer that joins and from then on reads nothing, or a kilobyte a second. It is a bare TCP socket with a
 * buffer of that size: any library above it would read ahead, and so take what must be left lying.
 */
export class UnreadSocket {
  closedAt?: number;
  #heard = '';
  #step = 0;
  #reads = true;
  #sip?: NodeJS.Timeout;
  readonly #socket: Socket;
  readonly #joined: Promise<void>;

  private constructor(url: string, topic: string, sips: boolean) {
    const { hostname, port } = new URL(url);
    const joined = Promise.withResolvers<void>();
    this.#joined = joined.promise;
    const take = (count: number, bytes: Uint8Array): boolean => {
      if (!this.#reads) return false;
      this.#heard += Buffer.from(bytes.subarray(0, count)).toString('latin1');
      if (this.#answers(topic) !== 'joined') return true;
      this.#reads = false;
      if (sips) this.#sip = setInterval(() => this.#socket.resume(), drinkEveryMs);
      joined.resolve();
      return false;
    };
    this.#socket = connect({ host: hostname, port: Number(port), onread: { buffer: Buffer.alloc(readBytes), callback: take } });
    this.#socket.write(handshakeTo(url));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => (this.closedAt ??= performance.now()));
  }

  /** Settles when the topic is joined, and reading has stopped. */
  static async join(url: string, topic: string, { sips = false } = {}): Promise<UnreadSocket> {
    const socket = new UnreadSocket(url, topic, sips);
    await socket.#joined;
    return socket;
  }

  close(): void {
    clearInterval(this.#sip);
    this.#socket.destroy();
  }

  /** Says hello and joins, each once it is asked to; what came is thrown away as it is answered. */
  #answers(topic: string): 'joined' | 'waiting' {
    const sign = steps[this.#step];
    if (!sign || !this.#heard.includes(sign)) return 'waiting';
    this.#heard = '';
    this.#step += 1;
    if (this.#step === 1) this.#socket.write(maskedText(connectText({ protocol: 1, client: 'load/1' })));
    if (this.#step === 2) this.#socket.write(maskedText(eventText('topic.join', { topic }, 1)));
    return this.#step === steps.length ? 'joined' : 'waiting';
  }
}
