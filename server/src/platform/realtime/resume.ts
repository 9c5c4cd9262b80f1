import { Injectable } from '@nestjs/common';
import type { Entry, Frame, FrameMode, FramesAnswer, JoinedTopic, Snapshot } from '@yunhui/contracts';
import { changedAll } from './changed-entries.js';
import { engine } from './engine-settings.js';
import { frameOf, snapshotOf, stateSince } from './frames.js';
import { LogRepository } from './log.repository.js';
import { entryOf } from './log.types.js';
import type { WarmTopic } from './warm-topic.js';

/** Where a client stands, as far as it knows. */
export type Position = { epoch?: string; after?: number; rev?: number; keys?: ReadonlySet<string>; mode?: FrameMode };
type Caught = { recovered: true; frames: Frame[] } | { recovered: false; snapshot: Snapshot };

/** E9: what a client missed. From memory when the ring has it, else at most one page of Postgres, else a fresh start. */
@Injectable()
export class Resume {
  private readonly pages = new Map<string, Promise<{ seq: number; entries: Entry[] } | undefined>>();

  constructor(private readonly log: LogRepository) {}

  async since(topic: WarmTopic, position: Position): Promise<Caught> {
    const { after, epoch, keys } = position;
    if (after === undefined || epoch !== topic.ring.epoch) return startAfresh(topic, keys);
    // A client that knows more than this node met a quicker one, or a store that has gone back: Postgres decides.
    if (after > topic.ring.head) await topic.heal();
    if (epoch !== topic.ring.epoch || after > topic.ring.head) return startAfresh(topic, keys);
    const entries = await this.entriesSince(topic, after, position.mode);
    if (!entries || epoch !== topic.ring.epoch) return startAfresh(topic, keys);
    const span = { after, seq: topic.ring.head, entries };
    return { recovered: true, frames: [frameOf(topic, span, stateSince(topic, position.rev ?? -1, keys))] };
  }

  /** The answer to a join. */
  async join(topic: WarmTopic, position: Position): Promise<JoinedTopic> {
    const caught = await this.since(topic, position);
    return { topic: topic.name, epoch: topic.ring.epoch, seq: topic.ring.head, rev: topic.rev, ...caught };
  }

  /** The answer to a follower with a hole. */
  async frames(topic: WarmTopic, position: Position): Promise<FramesAnswer> {
    return { ...(await this.since(topic, position)), pollAfterMs: engine.snapshot.pollAfterMs };
  }

  /** What is between `after` and the ring's head, as the mode has it. Undefined: too far behind. */
  private async entriesSince(topic: WarmTopic, after: number, mode: FrameMode = 'full'): Promise<Entry[] | undefined> {
    if (mode === 'state') return [];
    if (mode === 'full') return topic.ring.since(after) ?? (await this.page(topic, after));
    const found = await this.log.everythingAfter(topic.name, after, engine.resume.entries + 1);
    if (!found || found.rows.length > engine.resume.entries) return undefined;
    return upTo(topic.ring.head, found.rows.map(entryOf));
  }

  /** One page shared by all who ask from the same place; joined with the ring, which may stand before or behind it by now. */
  private async page(topic: WarmTopic, after: number): Promise<Entry[] | undefined> {
    const key = `${topic.name} ${topic.ring.epoch} ${after}`;
    let reading = this.pages.get(key);
    if (!reading) {
      reading = this.read(topic, after).finally(() => this.pages.delete(key));
      this.pages.set(key, reading);
    }
    const page = await reading;
    if (!page) return undefined;
    if (page.seq > topic.ring.head) await topic.heal();
    const rest = topic.ring.since(page.seq) ?? [];
    // A retraction that came after the page was read takes its words out of the page as well.
    return changedAll(upTo(topic.ring.head, page.entries.concat(rest)));
  }

  private async read(topic: WarmTopic, after: number): Promise<{ seq: number; entries: Entry[] } | undefined> {
    const found = await this.log.after(topic.name, after, engine.resume.entries + 1);
    if (!found || found.rows.length > engine.resume.entries) return undefined;
    return { seq: found.head.seq, entries: found.rows.map(entryOf) };
  }
}

function startAfresh(topic: WarmTopic, keys?: ReadonlySet<string>): Caught {
  return { recovered: false, snapshot: snapshotOf(topic, keys) };
}

function upTo(head: number, entries: readonly Entry[]): Entry[] {
  return entries.filter(({ seq }) => seq <= head);
}
