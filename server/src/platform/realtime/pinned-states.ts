import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type Entry, type Pinned, pinnedKey } from '@yunhui/contracts';
import { clipText } from '@yunhui/domain';
import { Redis } from '../redis/index.js';
import { type PinRow, PinsRepository } from './pins.repository.js';
import { type StateChange, TopicStates } from './topic-states.js';
import type { WarmTopic } from './warm-topic.js';
import { WarmTopics } from './warm-topics.js';

/** Where messages are pinned. */
const kinds = ['room', 'hashtag'] as const;
/** In bytes as JSON: together with the rest a value of a topic's state. */
const most = { name: 96, text: 320 } as const;

/**
 * E7: the state key `pinned` follows the log. A node that sees a pin, an unpin, a new name or the retraction of
 * what is pinned, reads the row and puts what stands there, so it needs no word from the node that decided. Without
 * Redis each node knows it for itself, and puts it once Redis is back.
 */
@Injectable()
export class PinnedStates implements OnModuleInit {
  private readonly logger = new Logger(PinnedStates.name);
  /** Up to where each log was looked at. */
  private readonly looked = new WeakMap<WarmTopic, number>();
  private readonly owed = new Map<string, WarmTopic>();

  constructor(
    private readonly pins: PinsRepository,
    private readonly states: TopicStates,
    private readonly warm: WarmTopics,
    private readonly redis: Redis,
  ) {}

  onModuleInit(): void {
    for (const kind of kinds) this.states.rebuiltBy(kind, (topic) => this.fromRow(topic));
    this.warm.onNews((topic) => this.look(topic));
    this.redis.onRecovered(() => this.payOwed());
  }

  private look(topic: WarmTopic): void {
    if (!kinds.some((kind) => topic.name.startsWith(`${kind}:`))) return;
    const { head } = topic.ring;
    const looked = this.looked.get(topic);
    if (looked === head) return;
    this.looked.set(topic, head);
    // The first look is at the row in any case: nobody may have held the topic when its pin was retracted.
    const news = looked === undefined ? undefined : topic.ring.since(looked);
    if (news?.some((entry) => moves(entry, topic)) ?? true) void this.follow(topic);
  }

  private async follow(topic: WarmTopic): Promise<void> {
    try {
      const changes = await this.fromRow(topic.name);
      if (await this.states.put(topic.name, changes)) return;
      this.owed.set(topic.name, topic);
      for (const { key, value } of changes) topic.takeState(topic.rev + 1, { [key]: value });
    } catch (error) {
      this.owed.set(topic.name, topic);
      this.logger.warn(`what is pinned in ${topic.name} was not read: ${String(error)}`);
    }
  }

  private payOwed(): void {
    const owed = [...this.owed.values()];
    this.owed.clear();
    for (const topic of owed) void this.follow(topic);
  }

  private async fromRow(topic: string): Promise<StateChange[]> {
    const row = await this.pins.of(topic);
    return row ? [{ key: pinnedKey, version: row.version, value: toPinned(row) }] : [];
  }
}

function moves(entry: Entry, topic: WarmTopic): boolean {
  if (entry.kind === 'pin' || entry.kind === 'unpin' || entry.kind === 'author.renamed') return true;
  if (entry.kind !== 'retraction') return false;
  const pinned = pinnedIn(topic);
  // Unknown: the pin may be on its way here.
  return pinned === undefined || pinned === null || (entry.targets as number[]).includes(pinned.seq);
}

function pinnedIn(topic: WarmTopic): Pinned | null | undefined {
  return topic.state.get(pinnedKey)?.value as Pinned | null | undefined;
}

function toPinned({ seq, name, text, at }: PinRow): Pinned | null {
  if (seq === null) return null;
  return { seq, name: clipText(name ?? '', most.name), text: clipText(text ?? '', most.text), at };
}
