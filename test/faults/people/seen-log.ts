import type { Entry, Frame, JoinedTopic } from '@yunhui/contracts';

/** An unbroken stretch of one epoch: everything of (after, seq] was told, and this is what was shown of it. */
export type Stretch = {
  epoch: string;
  after: number;
  seq: number;
  shown: { seq: number; id: string }[];
  /** Why it is not the one before it going on. */
  why: 'first' | 'another epoch' | 'too far behind' | 'no reason';
};

/** E9: the hub closes a hole of so many numbers; a wider one may be a fresh start. */
const widestHole = 1_000;

/**
 * What one viewer was told of one topic, held against the law of frames (architecture E6): ranges join
 * without a hole, numbers only rise, `dropped` is what is missing, and no number means two things.
 */
export class SeenLog {
  readonly complaints: string[] = [];
  readonly stretches: Stretch[] = [];
  /** When each message was first shown here, by `performance.now()`. */
  readonly arrivals = new Map<string, number>();
  readonly #idOf = new Map<string, string>();
  rev = 0;

  get position(): { epoch?: string; after?: number; rev?: number } {
    const now = this.stretches.at(-1);
    return now ? { epoch: now.epoch, after: now.seq, rev: this.rev } : {};
  }

  /** Whether the frame leaves a hole, or is of another epoch: then one joins again with one's position. */
  take(frame: Frame): 'taken' | 'join-again' {
    this.#judge(frame);
    const now = this.stretches.at(-1);
    if (!now || frame.epoch !== now.epoch || frame.after > now.seq) return 'join-again';
    this.#apply(now, frame);
    return 'taken';
  }

  /** The answer to a join: either what was missed, or a fresh start, which is right only when the hub cannot know better. */
  joined({ epoch, seq, recovered, frames = [], snapshot }: JoinedTopic): void {
    const before = this.stretches.at(-1);
    if (!recovered) {
      if (!snapshot) return this.#complain(`a join was neither recovered nor given a snapshot`);
      if (before?.epoch === epoch && snapshot.seq < before.seq)
        this.#complain(`the snapshot of ${epoch} ends at ${snapshot.seq}, before ${before.seq}`);
      this.#judge(snapshot);
      this.stretches.push({ epoch, after: snapshot.after, seq: snapshot.after, shown: [], why: reasonFor(before, snapshot) });
      return this.#apply(this.stretches.at(-1) as Stretch, snapshot);
    }
    for (const frame of frames)
      if (this.take(frame) === 'join-again') this.#complain(`the answer to a join at ${before?.seq} begins at ${frame.after}`);
    if (before && before.seq < seq) this.#complain(`the answer to a join says ${seq} and brings ${before.seq}`);
  }

  #apply(now: Stretch, frame: Frame): void {
    this.rev = Math.max(this.rev, frame.rev ?? 0);
    for (const entry of frame.entries) {
      this.#remember(frame.epoch, entry);
      if (entry.seq > now.seq) now.shown.push({ seq: entry.seq, id: idOf(entry) });
    }
    now.seq = Math.max(now.seq, frame.seq);
  }

  #judge({ topic, after, seq, entries, dropped }: Frame): void {
    const says = `frame (${after}, ${seq}] of ${topic}`;
    if (dropped !== seq - after - entries.length) this.#complain(`${says}: ${entries.length} entries, dropped says ${dropped}`);
    const numbers = entries.map((entry) => entry.seq);
    if (numbers.some((number, i) => number <= (numbers[i - 1] ?? after) || number > seq))
      this.#complain(`${says}: numbers ${numbers.join()}`);
  }

  #remember(epoch: string, entry: Entry): void {
    const id = idOf(entry);
    const place = `${epoch}:${entry.seq}`;
    const known = this.#idOf.get(place);
    if (known !== undefined && known !== id) this.#complain(`${place} was ${known} and is ${id}`);
    this.#idOf.set(place, id);
    if (!this.arrivals.has(id)) this.arrivals.set(id, performance.now());
  }

  /** Which message each number meant here, over all epochs. */
  get meanings(): ReadonlyMap<string, string> {
    return this.#idOf;
  }

  #complain(what: string): void {
    if (this.complaints.length < 20) this.complaints.push(what);
  }
}

function reasonFor(before: Stretch | undefined, { epoch, seq }: Frame): Stretch['why'] {
  if (!before) return 'first';
  if (before.epoch !== epoch) return 'another epoch';
  return seq - before.seq > widestHole ? 'too far behind' : 'no reason';
}

function idOf(entry: Entry): string {
  return 'message' in entry && entry.kind === 'message' ? (entry.message as { id: string }).id : `${entry.kind} ${entry.seq}`;
}
