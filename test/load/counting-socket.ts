import { connect, type Socket } from 'node:net';
import type { JoinTopics } from '@yunhui/contracts';
import { connectText, eventText, pongText } from './packets.js';
import { handshakeTo, maskedText, MessageHeads } from './raw-web-socket.js';

/** What arrives is looked at where the kernel has put it, and not kept: one place for it is enough for all. */
const landing = Buffer.alloc(256 * 1_024);

/**
 * A viewer that counts what reaches it and reads next to nothing of it: a thousand of them must cost less than
 * what they measure. A frame says at its head which numbers it carries, so deliveries are exact.
 */
export class CountingSocket {
  deliveries = 0;
  bytes = 0;
  frames = 0;
  isOpen = true;
  /** Called with the number that a frame has told it up to. */
  onTold?: (seq: number) => void;
  /** Called at each word that something is cut off, or back on the air. */
  onCut?: () => void;
  readonly #socket: Socket;
  readonly #entered = Promise.withResolvers<void>();

  private constructor(
    url: string,
    private readonly wanted?: string | JoinTopics,
  ) {
    const { hostname, port } = new URL(url);
    const heads = new MessageHeads((head) => this.#take(head));
    const callback = (count: number): boolean => {
      if (this.bytes === 0) this.#enter();
      this.bytes += count;
      heads.read(landing.subarray(0, count));
      return true;
    };
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true, onread: { buffer: landing, callback } });
    this.#socket.on('error', (error) => this.#entered.reject(error));
    this.#socket.on('close', () => this.#ended());
    this.#socket.write(handshakeTo(url));
  }

  /** Settles when it is let in, and has joined the topic or topics if any are named. */
  static async connect(url: string, wanted?: string | JoinTopics): Promise<CountingSocket> {
    const viewer = new CountingSocket(url, wanted);
    await viewer.#entered.promise;
    return viewer;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(head: string): void {
    if (head === '2') return this.#say(pongText);
    if (head.startsWith('0{')) return this.#say(connectText({ protocol: 1, client: 'load/1' }));
    if (head.startsWith('40')) return this.#join();
    if (head.startsWith('431')) return this.#entered.resolve();
    if (head.startsWith('42["message"')) this.deliveries += 1;
    if (head.startsWith('42["cut"')) this.onCut?.();
    if (!head.startsWith('42["frame"')) return;
    this.frames += 1;
    const range = /"after":(\d+),"seq":(\d+)/.exec(head);
    const seq = Number(range?.[2] ?? 0);
    this.deliveries += seq - Number(range?.[1] ?? 0);
    this.onTold?.(seq);
  }

  /** The first that comes is the answer to the handshake; peers that do not speak Socket.IO say nothing more, and want nothing said. */
  #enter(): void {
    if (!this.wanted) this.#entered.resolve();
  }

  #join(): void {
    const { wanted } = this;
    if (wanted) this.#say(eventText('topic.join', typeof wanted === 'string' ? { topic: wanted } : wanted, 1));
  }

  #say(text: string): void {
    this.#socket.write(maskedText(text));
  }

  #ended(): void {
    this.isOpen = false;
    this.#entered.reject(new Error('closed before it was let in'));
  }
}
