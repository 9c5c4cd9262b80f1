import type { Entry, Frame, FramesAnswer, History, JoinedTopic, JoinTopic, Message, Mine, Snapshot, TopicState } from '@yunhui/contracts';
import { uuidV7 } from '../src/uuid-v7.js';

/** One topic of the tiny hub: a numbered log in memory, with its state. */
export class TinyTopic {
  epoch = 'e1';
  seq = 0;
  rev = 1;
  readonly state: TopicState = {};
  readonly held: (Mine['held'][number] & { userId?: string })[] = [];
  settled: Mine['settled'] = [];
  /** From this number on the hub can tell what was missed. */
  resumableFrom = 0;
  #entries: Entry[] = [];

  constructor(readonly name: string) {}

  /** Adds to the log; `shown: false` is what sampling does. */
  append(
    text: string,
    {
      id = uuidV7(),
      author = { id: 'u2', name: 'Bob' },
      shown = true,
      kind = 'chat',
    }: Partial<Pick<Message, 'id' | 'author' | 'kind'>> & { shown?: boolean } = {},
  ): Frame {
    this.seq += 1;
    const message: Message = { id, kind, text, author };
    if (shown) this.#entries.push({ seq: this.seq, at: Date.now(), kind: 'message', message });
    return this.frame(this.seq - 1);
  }

  retract(seq: number): Frame {
    this.#entries = this.#entries.map((entry) =>
      entry.seq === seq && 'message' in entry
        ? ({ ...entry, message: { id: (entry.message as Message).id, retracted: true } } as Entry)
        : entry,
    );
    this.seq += 1;
    this.#entries.push({ seq: this.seq, at: Date.now(), kind: 'retraction', targets: [seq], by: 'author' });
    return this.frame(this.seq - 1);
  }

  put(state: TopicState): Frame {
    this.rev += 1;
    Object.assign(this.state, state);
    return { ...this.frame(this.seq), rev: this.rev, state };
  }

  /** What a database does that was put back to an older copy. */
  beginAnew(epoch: string): void {
    this.epoch = epoch;
    this.seq = 1_000;
    this.#entries = [];
  }

  find(id: string): { seq: number; at: number; text: string } | undefined {
    for (const { seq, at, ...rest } of this.#entries) {
      const { message } = rest as { message?: Message };
      if (message?.id === id) return { seq, at, text: message.text };
    }
    return undefined;
  }

  texts(): string[] {
    return this.#entries.flatMap((entry) => ('message' in entry ? [(entry.message as Message).text] : []));
  }

  frame(after: number, seq = this.seq): Frame {
    const entries = this.#entries.filter((entry) => entry.seq > after && entry.seq <= seq);
    return { topic: this.name, epoch: this.epoch, after, seq, at: Date.now(), entries, dropped: seq - after - entries.length };
  }

  snapshot(last = 100, keys?: readonly string[]): Snapshot {
    const after =
      this.#entries.length > last ? (this.#entries.at(-last)?.seq ?? 1) - 1 : Math.min(this.seq, this.epoch === 'e1' ? 0 : 1_000);
    const state = keys ? Object.fromEntries(Object.entries(this.state).filter(([key]) => keys.includes(key))) : { ...this.state };
    return { ...this.frame(after), rev: this.rev, state, pollAfterMs: 100 };
  }

  join({ epoch, after, keys, rev }: JoinTopic): JoinedTopic {
    const { name: topic, seq } = this;
    const mine: Mine = { held: this.held, settled: this.settled };
    const answer = this.frames(epoch, after);
    const changed = rev !== undefined && rev < this.rev ? { rev: this.rev, state: this.snapshot(100, keys).state } : {};
    const frames = answer.frames?.map((frame) => ({ ...frame, ...changed }));
    const snapshot = answer.snapshot && this.snapshot(100, keys);
    return { topic, epoch: this.epoch, seq, rev: this.rev, mine, recovered: answer.recovered, frames, snapshot };
  }

  frames(epoch?: string, after?: number): FramesAnswer {
    if (epoch !== this.epoch || after === undefined || after < this.resumableFrom)
      return { recovered: false, snapshot: this.snapshot(), pollAfterMs: 100 };
    return { recovered: true, frames: [this.frame(after)], pollAfterMs: 100 };
  }

  history(before: number, limit: number): History {
    const older = this.#entries.filter((entry) => entry.seq < before);
    const items = older.slice(-limit).reverse();
    return { items, before: older.length > limit ? (items.at(-1)?.seq ?? null) : null };
  }
}
