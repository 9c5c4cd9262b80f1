import { Injectable } from '@nestjs/common';
import type { Entry, Frame, FramesAnswer, JoinedTopic, Snapshot } from '@yunhui/contracts';
import { engine } from './engine-settings.js';
import { frameOf, snapshotOf, stateSince } from './frames.js';
import { LogRepository } from './log.repository.js';
import { entryOf } from './log.types.js';
import type { WarmTopic } from './warm-topic.js';

/** Where a client stands, as far as it knows. */
export type Position = { epoch?: string; after?: number; rev?: number; keys?: ReadonlySet<string>; withoutEntries?: boolean };
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
    const entries = topic.ring.since(after) ?? (await this.page(topic, after));
    if (!entries || epoch !== topic.ring.epoch) return startAfresh(topic, keys);
    const span = { after, seq: topic.ring.head, entries: position.withoutEntries ? [] : entries };
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

  /** One page shared by all who ask from the same place; joined with the ring, which has gone on meanwhile. Undefined: too far behind. */
  private async page(topic: WarmTopic, after: number): Promise<Entry[] | undefined> {
    const key = `${topic.name} ${topic.ring.epoch} ${after}`;
    let reading = this.pages.get(key);
    if (!reading) {
      reading = this.read(topic, after).finally(() => this.pages.delete(key));
      this.pages.set(key, reading);
    }
    const page = await reading;
    const rest = page && topic.ring.since(page.seq);
    return rest && page.entries.concat(rest);
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
