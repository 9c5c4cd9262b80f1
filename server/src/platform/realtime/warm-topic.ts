import type { Entry, TopicState } from '@yunhui/contracts';
import type { BusNews } from './bus.js';
import { engine } from './engine-settings.js';
import { KeptValue } from './kept-value.js';
import { entryOf, type LogRange, type LogRow, type TopicHead } from './log.types.js';
import { Ring } from './ring.js';
import type { StateValue } from './topic-states.js';

/** What a warm topic reads when it has a hole; the shared budget of such reads is the keeper's. */
export type LogReader = {
  open(): Promise<{ head: TopicHead; rows: LogRow[] } | undefined>;
  after(seq: number): Promise<{ head: TopicHead; rows: LogRow[] } | undefined>;
  endEpoch(epoch: string, seen: number): Promise<void>;
};

/**
 * E5: a topic that this node holds in memory. What arrives out of order is stashed, and a hole that
 * does not close in 250 ms is read from Postgres.
 */
export class WarmTopic {
  ring: Ring;
  head: TopicHead;
  readonly state = new Map<string, KeptValue>();
  rev = 0;
  /** Subscribers of any kind; a topic without any lingers. */
  users = 0;
  lastUsedAt = Date.now();
  private stash: LogRange[] = [];
  private holeTimer?: NodeJS.Timeout;
  private healing?: Promise<void>;

  constructor(
    readonly name: string,
    opened: { head: TopicHead; rows: LogRow[] },
    private readonly log: LogReader,
    /** Told that entries, epoch or state are new: the next tick forms a frame. */
    private readonly changed: (topic: WarmTopic) => void,
    /** Told that the state must be read again. */
    private readonly missedState: (topic: WarmTopic) => void,
  ) {
    this.head = opened.head;
    this.ring = ringOf(opened);
  }

  hear(news: BusNews): void {
    if (news.state) this.hearState(news.state);
    if (!news.log) return;
    if (news.log.modeVersion && news.log.modeVersion > this.head.modeVersion) this.healSoon();
    if (news.log.epoch !== this.ring.epoch) return this.healSoon();
    for (const range of news.log.ranges) this.take(range);
  }

  /** A range of the log, from this node's own lane, from the bus or from Postgres. */
  take(range: LogRange): void {
    const taken = this.ring.apply(range);
    if (taken === 'ahead') this.keepForLater(range);
    if (taken !== 'applied') return;
    this.unstash();
    this.changed(this);
  }

  /** A revision that does not follow ours: one was lost, and only the hash knows which keys it moved. */
  private hearState({ after, rev, state }: NonNullable<BusNews['state']>): void {
    if (after > this.rev) this.missedState(this);
    else this.takeState(rev, state);
  }

  /** Values with the revision they came by; an older revision of a key is ignored. */
  takeState(rev: number, values: TopicState): void {
    let news = false;
    for (const [key, value] of Object.entries(values)) {
      const known = this.state.get(key);
      if (known && known.rev >= rev) continue;
      this.state.set(key, new KeptValue(rev, value, known));
      news = true;
    }
    this.rev = Math.max(this.rev, rev);
    if (news) this.changed(this);
  }

  /**
   * The whole state as Redis has it, under its newest revision: a value that was missed must pass every
   * reader who has heard of a later one.
   */
  catchUp(rev: number, values: ReadonlyMap<string, StateValue>): void {
    const missed: TopicState = {};
    for (const [key, kept] of values) if (kept.rev > (this.state.get(key)?.rev ?? -1)) missed[key] = kept.value;
    this.takeState(rev, missed);
  }

  /** E13, and a restored hub: everything shown is thrown away. */
  private async reopen(): Promise<void> {
    const opened = await this.log.open();
    if (!opened) return;
    this.head = opened.head;
    this.ring = ringOf(opened);
    this.stash = [];
    this.changed(this);
  }

  /** Looks whether Postgres knows more, and takes it. Single-flight: who asks meanwhile waits for the same look. */
  heal(): Promise<void> {
    this.healing ??= this.lookAgain().finally(() => (this.healing = undefined));
    return this.healing;
  }

  /** A look that nobody waits for: when it fails, the next two-second look is the next chance. */
  healSoon(): void {
    this.heal().catch(() => undefined);
  }

  /** The two-second look: `head` was read for all warm topics in one statement. */
  async compare(head: TopicHead): Promise<void> {
    this.head = { ...head, seq: Math.max(head.seq, this.head.seq) };
    if (head.epoch !== this.ring.epoch || head.seq !== this.ring.head) await this.heal();
  }

  shownState(): TopicState {
    const shown: TopicState = {};
    for (const [key, { value }] of this.state) if (value !== null) shown[key] = value;
    return shown;
  }

  close(): void {
    clearTimeout(this.holeTimer);
  }

  private async lookAgain(): Promise<void> {
    clearTimeout(this.holeTimer);
    this.holeTimer = undefined;
    for (;;) {
      const from = this.ring.head;
      const seen = Math.max(from, ...this.stash.map((range) => range.seq));
      const found = await this.log.after(from);
      if (!found) return;
      this.head = found.head;
      if (found.head.epoch !== this.ring.epoch) return this.reopen();
      if (found.head.seq < seen) {
        await this.log.endEpoch(found.head.epoch, seen);
        return this.reopen();
      }
      const full = found.rows.length >= engine.heal.page;
      const seq = full ? (found.rows.at(-1) as LogRow).seq : found.head.seq;
      this.take({ after: from, seq, entries: found.rows.map(entryOf) });
      if (!full) return;
    }
  }

  private keepForLater(range: LogRange): void {
    this.stash.push(range);
    this.holeTimer ??= setTimeout(() => this.healSoon(), engine.heal.holeAfterMs);
  }

  private unstash(): void {
    if (this.stash.length === 0) return;
    this.stash.sort((a, b) => a.after - b.after);
    this.stash = this.stash.filter((range) => this.ring.apply(range) === 'ahead');
    if (this.stash.length > 0) return;
    clearTimeout(this.holeTimer);
    this.holeTimer = undefined;
  }
}

function ringOf({ head, rows }: { head: TopicHead; rows: LogRow[] }): Ring {
  const entries: Entry[] = rows.map(entryOf);
  const first = entries[0];
  const complete = entries.length < engine.ring.fill || !first;
  return new Ring(head.epoch, complete ? 0 : first.seq - 1, head.seq, entries);
}
