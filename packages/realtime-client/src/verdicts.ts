import type { SettledMessage } from '@yunhui/contracts';
import { Listeners } from './listeners.js';

/** More are not remembered; the hub stops repeating a verdict that was seen. */
const toldKept = 500;

/** Verdicts over one's own messages. The hub repeats them until they are seen; here each is told once, and again after it was taken back. */
export class Verdicts {
  readonly listeners = new Listeners<SettledMessage>();
  readonly #told = new Set<string>();

  tell(verdict: SettledMessage): void {
    const key = `${verdict.id} ${verdict.status}`;
    if (this.#told.has(key)) return;
    if (verdict.status === 'held') for (const told of this.#told) if (told.startsWith(verdict.id)) this.#told.delete(told);
    this.#told.add(key);
    for (const oldest of this.#told) {
      if (this.#told.size <= toldKept) break;
      this.#told.delete(oldest);
    }
    this.listeners.tell(verdict);
  }
}
