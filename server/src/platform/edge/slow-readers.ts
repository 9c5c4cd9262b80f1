import type { Socket } from 'socket.io';
import { bytesHeld, isClear } from './socket-buffers.js';

/** A reader this long behind is cut; with the look, that is within ten seconds of the first frame it did not take. */
const patienceMs = 8_000;
/** A reader that keeps up for so long is no slow reader any more. */
const forgivenMs = 3_000;
/** More than this is held for nobody, however short the time. */
const mostBytes = 1024 * 1024;
const lookEveryMs = 1_000;
/** Who reads slowly comes back when there is less to read. */
const comeBackMs = { least: 2_000, most: 7_000 };

type Lag = { since: number; clearSince?: number };

/**
 * Readers that do not read, or not as fast as they are told: what is sent to them stays in this process, so
 * they are passed over (`Deliveries`), and when that does not help cut. They may come back at once.
 */
export class SlowReaders {
  private readonly lags = new Map<Socket, Lag>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly sockets: () => Iterable<Socket>,
    private readonly cut: (socket: Socket, retryAfterMs: number) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  begin(): void {
    this.timer = setInterval(() => this.look(), lookEveryMs);
  }

  end(): void {
    clearInterval(this.timer);
  }

  look(): void {
    const now = this.now();
    for (const socket of this.sockets()) if (!isClear(socket)) this.notice(socket, now);
    for (const [socket, lag] of this.lags) {
      if (socket.disconnected) this.lags.delete(socket);
      else if (!isClear(socket)) lag.clearSince = undefined;
      else if (now - (lag.clearSince ??= now) >= forgivenMs) this.lags.delete(socket);
    }
  }

  private notice(socket: Socket, now: number): void {
    const lag = this.lags.get(socket) ?? { since: now };
    this.lags.set(socket, lag);
    if (now - lag.since < patienceMs && bytesHeld(socket) <= mostBytes) return;
    this.lags.delete(socket);
    this.cut(socket, comeBackMs.least + Math.round(Math.random() * (comeBackMs.most - comeBackMs.least)));
  }
}
