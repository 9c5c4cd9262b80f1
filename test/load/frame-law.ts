import type { Frame } from '@yunhui/contracts';

/** Listens to one topic and notes wherever its frames break the law of ranges. */
export class FrameLaw {
  readonly breaches: string[] = [];
  seq = 0;
  shown = 0;
  #epoch: string | undefined;
  #early: Frame[] = [];

  /** Where the join put one; frames that came before its answer continue it too. */
  begin(epoch: string, seq: number): void {
    this.#epoch = epoch;
    this.seq = seq;
    for (const frame of this.#early.splice(0)) this.take(frame);
  }

  /** Ranges join without a hole, numbers only rise, and what is not among the entries was dropped. */
  take(frame: Frame): void {
    if (this.#epoch === undefined) return void this.#early.push(frame);
    const { epoch, after, seq, entries, dropped } = frame;
    if (epoch !== this.#epoch) this.#breach(`another epoch, ${epoch}`, frame);
    if (after > this.seq) this.#breach(`a hole: ${this.seq} was known`, frame);
    if (dropped !== seq - after - entries.length) this.#breach(`dropped says ${dropped}`, frame);
    const numbers = entries.map((entry) => entry.seq);
    if (numbers.some((number, index) => number <= (numbers[index - 1] ?? after) || number > seq))
      this.#breach(`numbers ${numbers.join()}`, frame);
    this.shown += numbers.filter((number) => number > this.seq).length;
    this.seq = Math.max(this.seq, seq);
  }

  #breach(what: string, { topic, after, seq }: Frame): void {
    if (this.breaches.length < 10) this.breaches.push(`${topic} (${after}, ${seq}]: ${what}`);
  }
}
