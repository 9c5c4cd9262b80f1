import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { modeKey, type RoomMode } from '@yunhui/contracts';
import {
  EntryLog,
  type KeptMode,
  type StateChange,
  TopicHeads,
  TopicStates,
  type WarmTopic,
  WarmTopics,
} from '../../../platform/realtime/index.js';
import { TopicPlaces } from '../topic-places.js';
import { effectiveMode, isSameRoomMode, roomModeOf, saidOf } from './mode.rules.js';
import { ModePlan } from './mode-plan.js';
import type { Plan } from './mode-plan.rules.js';

/** Where people talk. */
const kinds = ['room', 'hashtag'] as const;
/** Telling again changes nothing where it was told, so it may be tried until the store is back. */
const againMs = 2_000;
type Own = { mode: KeptMode; version: number };

/**
 * What everybody is told of a mode: the state key `mode` for who is there and who comes, an entry in the log for who reads.
 * A topic's own change brings its entry with it; of a shield or a duty each node tells those topics that somebody listens
 * to here, all under one id, so that many nodes make one entry. The state is put again by whoever warms a topic.
 */
@Injectable()
export class ModeStates implements OnModuleDestroy, OnModuleInit {
  private readonly logger = new Logger(ModeStates.name);
  /** Up to where each log was looked at. */
  private readonly looked = new WeakMap<WarmTopic, number>();
  /** The plan of which topics here were told last, while they are owed a newer one. */
  private owedSince?: Plan;
  private again?: NodeJS.Timeout;

  constructor(
    private readonly plan: ModePlan,
    private readonly places: TopicPlaces,
    private readonly heads: TopicHeads,
    private readonly states: TopicStates,
    private readonly warm: WarmTopics,
    private readonly log: EntryLog,
  ) {}

  onModuleInit(): void {
    for (const kind of kinds) this.states.rebuiltBy(kind, async (topic) => this.changesOf(topic, await this.heads.modeOf(topic)));
    this.warm.onWarm((topic) => this.begin(topic));
    this.warm.onNews((topic) => this.look(topic));
    this.plan.onChange((before) => void this.followPlan(before));
  }

  onModuleDestroy(): void {
    clearTimeout(this.again);
  }

  /** Before anybody reads a topic here: a plan may have changed while nobody held it. */
  private async begin(topic: WarmTopic): Promise<void> {
    if (!isConversation(topic)) return;
    this.looked.set(topic, topic.ring.head);
    await this.put(topic, { mode: topic.head.mode, version: topic.head.modeVersion });
  }

  private look(topic: WarmTopic): void {
    const looked = this.looked.get(topic);
    const { head } = topic.ring;
    if (looked === undefined || looked === head) return;
    this.looked.set(topic, head);
    const news = topic.ring.since(looked);
    if (news?.some(({ kind }) => kind === 'mode') ?? true) void this.follow(topic);
  }

  private async follow(topic: WarmTopic): Promise<void> {
    try {
      const own = await this.heads.modeOf(topic.name);
      if (own) await this.put(topic, own);
    } catch (error) {
      this.logger.warn(`the mode of ${topic.name} was not read: ${String(error)}`);
    }
  }

  private async followPlan(before: Plan): Promise<void> {
    clearTimeout(this.again);
    const since = (this.owedSince ??= before);
    const topics = [...this.warm.all()].filter(isConversation);
    try {
      const own = topics.length > 0 ? await this.heads.modesOf(topics.map(({ name }) => name)) : new Map<string, Own>();
      await Promise.all(topics.map((topic) => this.change(topic, since, own.get(topic.name))));
      this.owedSince = undefined;
    } catch (error) {
      this.logger.warn(`topics are told of a shield again soon: ${String(error)}`);
      this.again = setTimeout(() => void this.followPlan(since), againMs);
    }
  }

  private async change(topic: WarmTopic, before: Plan, own: Own | undefined): Promise<void> {
    if (!own) return;
    const path = await this.places.pathOf(topic.name);
    const [was, is] = [before, undefined].map((plan) => {
      const { shields, unattended } = this.plan.asked(path, plan);
      return roomModeOf(effectiveMode(own.mode, shields, unattended));
    }) as [RoomMode, RoomMode];
    if (isSameRoomMode(was, is)) return;
    await this.put(topic, own);
    if (topic.users === 0) return;
    const id = entryId(topic.name, this.plan.asked(path).changedAt);
    await this.log.append({ id, topic: topic.name, author: null, kind: 'mode', body: saidOf(is), priority: true });
  }

  /** Puts what holds, unless it is known to hold. Without Redis each node knows it for itself. */
  private async put(topic: WarmTopic, own: Own): Promise<void> {
    const changes = await this.changesOf(topic.name, own);
    const [change] = changes;
    if (!change || isSameRoomMode((topic.state.get(modeKey)?.value ?? {}) as RoomMode, change.value as RoomMode)) return;
    if (await this.states.put(topic.name, changes)) return this.take(topic);
    topic.takeState(topic.rev + 1, { [modeKey]: change.value });
  }

  /** Not left to the bus: who joins now must see it. */
  private async take(topic: WarmTopic): Promise<void> {
    const kept = await this.states.read(topic.name).catch(() => undefined);
    if (kept) topic.catchUp(kept.rev, kept.values);
  }

  /** Both numbers only rise, so their sum is a version. Where neither has ever changed there is nothing to tell. */
  private async changesOf(topic: string, own: Own | undefined): Promise<StateChange[]> {
    if (!own) return [];
    const { shields, unattended, changedAt } = this.plan.asked(await this.places.pathOf(topic));
    const version = own.version + changedAt;
    if (version === 1) return [];
    return [{ key: modeKey, version, value: roomModeOf(effectiveMode(own.mode, shields, unattended)) }];
  }
}

const isConversation = ({ name }: WarmTopic): boolean => kinds.some((kind) => name.startsWith(`${kind}:`));

/** The same on every node: what changed a topic last has one number. */
function entryId(topic: string, changedAt: number): string {
  const hex = createHash('sha256').update(`mode ${topic} ${changedAt}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
