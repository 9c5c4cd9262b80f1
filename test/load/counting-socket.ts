import type { JoinTopics } from '@yunhui/contracts';
import { WebSocket } from 'ws';
import { connectText, eventText, pongText } from './packets.js';

/** Enough of a frame's text to hold its `after` and `seq`, however long its topic is. */
const headBytes = 400;

/**
 * A viewer that counts what reaches it and reads next to nothing of it: a thousand of them must cost less than
 * what they measure. A frame says at its head which numbers it carries, so deliveries are exact.
 */
export class CountingSocket {
  deliveries = 0;
  bytes = 0;
  frames = 0;
  /** Called with the number that a frame has told it up to. */
  onTold?: (seq: number) => void;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.#take(data));
  }

  /** Settles when it is let in, and has joined the topic or topics if any are named. */
  static async connect(url: string, wanted?: string | JoinTopics): Promise<CountingSocket> {
    const address = `${url.replace(/^http/, 'ws')}/rt/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { perMessageDeflate: false, skipUTF8Validation: true });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.on('error', () => undefined);
    const viewer = new CountingSocket(socket);
    socket.send(connectText({ protocol: 1, client: 'load/1' }));
    if (wanted) {
      await new Promise<void>((resolve) => {
        socket.on('message', function whenIn(data: Buffer) {
          const start = data.toString('latin1', 0, 3);
          if (start.startsWith('40')) socket.send(eventText('topic.join', typeof wanted === 'string' ? { topic: wanted } : wanted, 1));
          if (start !== '431') return;
          socket.off('message', whenIn);
          resolve();
        });
      });
    }
    return viewer;
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  close(): void {
    this.socket.terminate();
  }

  #take(data: Buffer): void {
    this.bytes += data.length;
    const head = data.toString('latin1', 0, headBytes);
    if (head === '2') return this.socket.send(pongText);
    if (head.startsWith('42["message"')) this.deliveries += 1;
    if (!head.startsWith('42["frame"')) return;
    this.frames += 1;
    const range = /"after":(\d+),"seq":(\d+)/.exec(head);
    const seq = Number(range?.[2] ?? 0);
    this.deliveries += seq - Number(range?.[1] ?? 0);
    this.onTold?.(seq);
  }
}
