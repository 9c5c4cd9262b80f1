import { Injectable } from '@nestjs/common';
import type { Burst } from '@yunhui/screening';
import { TalkMemory, type Surroundings, type Uttered } from './talk-memory.js';
import { TalkStore } from './talk.store.js';

const mostMet = 1_000;

/**
 * What is said everywhere, as this node knows it: its own memory and what the others tell of theirs. A burst has one name on
 * all nodes, so that it is one item in the queue, wherever its messages were sent.
 */
@Injectable()
export class Talk {
  private readonly memory = new TalkMemory((said) => this.store.tell(said));
  /** Bursts whose name nodes have agreed on: nobody is asked twice. */
  private readonly met = new Map<string, Promise<string>>();

  constructor(private readonly store: TalkStore) {
    store.onHeard((said) => void this.memory.hear(said));
  }

  note(uttered: Uttered): Surroundings {
    return this.memory.note(uttered);
  }

  /** Asked once for each burst, with its first message that is held. */
  meet(topic: string, burst: Burst): Promise<string> {
    const key = `${topic} ${burst.id}`;
    const known = this.met.get(key);
    if (known) return known;
    const meeting = this.agree(topic, burst);
    this.met.set(key, meeting);
    for (const oldest of this.met.keys()) {
      if (this.met.size <= mostMet) break;
      this.met.delete(oldest);
    }
    return meeting;
  }

  private async agree(topic: string, burst: Burst): Promise<string> {
    const name = await this.store.nameOf(topic, burst);
    if (name !== burst.id) this.memory.rename(topic, burst.id, name);
    this.met.set(`${topic} ${name}`, Promise.resolve(name));
    return name;
  }
}
