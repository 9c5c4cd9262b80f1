import type { Stop } from './api.js';

/** Those who want to hear of one thing. */
export class Listeners<Value> {
  readonly #listeners = new Set<{ hear: (value: Value) => void }>();

  add(hear: (value: Value) => void): Stop {
    const listener = { hear };
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(value: Value): void {
    for (const listener of this.#listeners) listener.hear(value);
  }
}
