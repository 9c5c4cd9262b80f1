import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Ack, SentMessage } from '@yunhui/contracts';
import { percentile, round } from './figures.js';

/** What became of the messages that were said in one minute. */
export type Minute = {
  said: number;
  acked: number;
  /** By error code. */
  refused: Record<string, number>;
  unanswered: number;
  p50Ms: number;
  p99Ms: number;
  /** How late our own timers were: what the hub must not be blamed for. */
  ownLagP99Ms: number;
};

const lagResolutionMs = 5;

/** Counts one minute while it goes by. */
export class MinuteTally {
  #said = 0;
  #unanswered = 0;
  readonly #refused: Record<string, number> = {};
  readonly #latencies: number[] = [];
  readonly #lag = monitorEventLoopDelay({ resolution: lagResolutionMs });

  /** Something is said; the returned function takes its answer, which may come in the next minute. */
  say(): (ack: Ack<SentMessage> | undefined) => void {
    this.#said += 1;
    this.#lag.enable();
    const saidAt = performance.now();
    return (ack) => {
      if (ack?.ok) this.#latencies.push(performance.now() - saidAt);
      else if (ack) this.#refused[ack.error.code] = (this.#refused[ack.error.code] ?? 0) + 1;
      else this.#unanswered += 1;
    };
  }

  /** Nothing more is said in this minute. */
  over(): void {
    this.#lag.disable();
  }

  minute(): Minute {
    return {
      said: this.#said,
      acked: this.#latencies.length,
      refused: this.#refused,
      unanswered: this.#unanswered,
      p50Ms: round(percentile(this.#latencies, 0.5)),
      p99Ms: round(percentile(this.#latencies, 0.99)),
      ownLagP99Ms: Math.max(0, round(this.#lag.percentile(99) / 1e6 - lagResolutionMs)),
    };
  }
}
