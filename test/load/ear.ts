import type { Entry, Frame } from '@yunhui/contracts';

/** Somebody who reads along: how long after it was said each sentence was heard. A sentence ends with its number. */
export class Ear {
  /** The last one that was heard. */
  entry: Entry | undefined;
  readonly heardMs: number[] = [];
  readonly #saidAt = new Map<number, number>();

  beginAnew(): void {
    this.#saidAt.clear();
    this.heardMs.length = 0;
  }

  noteSaid(index: number): void {
    this.#saidAt.set(index, performance.now());
  }

  hear({ entries }: Frame): void {
    for (const one of entries) {
      const text = one.kind === 'message' && 'text' in one.message ? one.message.text : '';
      const saidAt = this.#saidAt.get(Number(/\d+$/.exec(text)?.[0] ?? -1));
      if (saidAt === undefined) continue;
      this.heardMs.push(performance.now() - saidAt);
      this.entry = one as Entry;
    }
  }
}
