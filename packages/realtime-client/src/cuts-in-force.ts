import type { Cut } from '@yunhui/contracts';
import { Listeners } from './listeners.js';

const isSame = (one: Cut, other: Cut): boolean => one.target === other.target && one.id === other.id;

/** What is cut off, from the greeting of a connection and the words after it. */
export class CutsInForce {
  readonly changes = new Listeners<readonly Cut[]>();
  #all: readonly Cut[] = [];

  get all(): readonly Cut[] {
    return this.#all;
  }

  /** A connection begins: what an earlier one told counts no more. */
  begin(cuts: readonly Cut[]): void {
    if (cuts.length > 0 || this.#all.length > 0) this.#become(cuts.filter(({ on }) => on));
  }

  take(cut: Cut): void {
    const others = this.#all.filter((known) => !isSame(known, cut));
    this.#become(cut.on ? [...others, cut] : others);
  }

  #become(all: readonly Cut[]): void {
    this.#all = all;
    this.changes.tell(all);
  }
}
