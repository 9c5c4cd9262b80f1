import type { Notice } from '@yunhui/contracts';
import type { ServingState } from './api.js';
import { Listeners } from './listeners.js';

const asUsual: ServingState = { mode: 'full', frameMs: 200 };
/** Whoever was sent to HTTP and comes too early is sent back within this time. */
const maySendBackMs = 1_000;

/** What the hub has said of how it serves us. Another connection is served as usual until the hub says otherwise. */
export class Serving {
  readonly changes = new Listeners<ServingState>();
  state: ServingState = asUsual;
  #reset: ReturnType<typeof setTimeout> | undefined;

  noticed({ kind, mode, frameMs, topic }: Notice): void {
    if (kind !== 'mode' || topic || !mode) return;
    clearTimeout(this.#reset);
    this.#become({ mode, frameMs: frameMs ?? asUsual.frameMs });
  }

  greeted(frameMs: number): void {
    clearTimeout(this.#reset);
    const begin = (): void => this.#become({ mode: 'full', frameMs });
    if (this.state.mode === 'http') this.#reset = setTimeout(begin, maySendBackMs);
    else begin();
  }

  /** Who follows by HTTP because the hub said so does so until another connection holds. */
  lost(): void {
    if (this.state.mode !== 'http') this.#become(asUsual);
  }

  close(): void {
    clearTimeout(this.#reset);
  }

  #become(state: ServingState): void {
    if (state.mode === this.state.mode && state.frameMs === this.state.frameMs) return;
    this.state = state;
    this.changes.tell(state);
  }
}
