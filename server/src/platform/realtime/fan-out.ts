import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Frame } from '@yunhui/contracts';
import { Broadcast, cohortOf } from './broadcast.js';
import { EngineFigures } from './engine-figures.js';
import { engine } from './engine-settings.js';
import { frameOf, stateSince } from './frames.js';
import { LogRepository } from './log.repository.js';
import { entryOf } from './log.types.js';
import type { Subscription } from './subscriber.js';
import type { WarmTopic } from './warm-topic.js';
import { WarmTopics } from './warm-topics.js';

/** What the cohorts of a topic have been told so far on this node. */
type Told = { epoch: string; seq: number; rev: number; allSeq: number };

/** E6, E8: each tick, one frame per topic and mode to everyone who takes that mode; once a second, their own keys to those who track. */
@Injectable()
export class FanOut implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(FanOut.name);
  private readonly news = new Set<WarmTopic>();
  private readonly told = new WeakMap<WarmTopic, Told>();
  private readonly trackers = new Set<Subscription>();
  /** Topics with staff who also watch what is not shown, and how many of them. */
  private readonly watchedWhole = new Map<WarmTopic, number>();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly warm: WarmTopics,
    private readonly broadcast: Broadcast,
    private readonly log: LogRepository,
    private readonly figures: EngineFigures,
  ) {}

  onModuleInit(): void {
    this.warm.onNews((topic) => this.news.add(topic));
    this.timers = [
      setInterval(() => this.tick(), engine.tickMs),
      setInterval(() => this.tellTrackers(), engine.state.trackedEachMs),
      setInterval(() => void this.tellWatchers(), engine.all.everyMs),
    ];
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  add(subscription: Subscription): void {
    const { topic, mode, keys } = subscription;
    this.toldOf(topic);
    if (keys) this.trackers.add(subscription);
    if (mode !== 'all') return;
    const watchers = this.watchedWhole.get(topic) ?? 0;
    // Nobody was told meanwhile, so the first goes on from where their join left them.
    if (watchers === 0) this.toldOf(topic).allSeq = topic.ring.head;
    this.watchedWhole.set(topic, watchers + 1);
  }

  remove(subscription: Subscription): void {
    const { topic, mode } = subscription;
    this.trackers.delete(subscription);
    if (mode !== 'all') return;
    const left = (this.watchedWhole.get(topic) ?? 1) - 1;
    if (left > 0) this.watchedWhole.set(topic, left);
    else this.watchedWhole.delete(topic);
  }

  /** Frames only what is news; a topic nobody listens to only moves its mark. */
  tick(): void {
    for (const topic of this.news) this.frame(topic);
    this.news.clear();
  }

  private frame(topic: WarmTopic): void {
    const told = this.toldOf(topic);
    const { ring } = topic;
    // Another epoch: an empty frame of it makes every client ask for the snapshot.
    const restarted = told.epoch !== ring.epoch;
    if (restarted) Object.assign(told, { epoch: ring.epoch, seq: ring.head, allSeq: ring.head, rev: topic.rev });
    const entries = ring.since(told.seq);
    // More came in a tick than the ring keeps: the frame says so by its `after`, and clients close the gap.
    const span = entries
      ? { after: told.seq, seq: ring.head, entries }
      : { after: ring.from, seq: ring.head, entries: ring.since(ring.from) ?? [] };
    const state = stateSince(topic, told.rev);
    const moved = ring.head > told.seq;
    told.seq = ring.head;
    told.rev = topic.rev;
    if (topic.users === 0) return;
    this.send('full', frameOf(topic, span, state));
    this.send('state', frameOf(topic, { ...span, entries: [] }, state));
    if (moved || restarted) this.send('entries', frameOf(topic, span));
    if (state) this.send('all', frameOf(topic, { after: told.allSeq, seq: told.allSeq, entries: [] }, state));
  }

  private tellTrackers(): void {
    for (const subscription of this.trackers) {
      const { topic, keys, mode, sentRev, sentSeq, subscriber } = subscription;
      if (topic.rev <= sentRev) continue;
      const state = stateSince(topic, sentRev, keys);
      subscription.sentRev = topic.rev;
      if (!state) continue;
      const { seq } = this.toldOf(topic);
      // Who gets entries stands where the cohort stands; who does not is taken along by these frames alone.
      const after = mode === 'state' ? Math.min(sentSeq, seq) : seq;
      subscription.sentSeq = Math.max(sentSeq, seq);
      subscriber.frame(frameOf(topic, { after, seq, entries: [] }, state));
    }
  }

  /** Staff who watch everything: read from Postgres once a second, for the ring holds only what is shown. */
  private async tellWatchers(): Promise<void> {
    for (const topic of this.watchedWhole.keys()) {
      const told = this.toldOf(topic);
      if (topic.ring.head <= told.allSeq) continue;
      try {
        const found = await this.log.everythingAfter(topic.name, told.allSeq, engine.heal.page);
        if (!found || found.head.epoch !== told.epoch) continue;
        const entries = found.rows.map(entryOf);
        const seq = entries.at(-1)?.seq ?? found.head.seq;
        this.send('all', frameOf(topic, { after: told.allSeq, seq, entries }));
        told.allSeq = seq;
      } catch (error) {
        this.logger.warn(`what is not shown of ${topic.name} was not read: ${String(error)}`);
      }
    }
  }

  /** A cohort without members costs nothing. */
  private send(mode: 'full' | 'state' | 'entries' | 'all', frame: Frame): void {
    const cohort = cohortOf[mode](frame.topic);
    if (!this.broadcast.has(cohort)) return;
    this.broadcast.send(cohort, 'frame', frame);
    this.figures.framed(mode);
  }

  private toldOf(topic: WarmTopic): Told {
    let told = this.told.get(topic);
    if (!told) {
      told = { epoch: topic.ring.epoch, seq: topic.ring.head, rev: topic.rev, allSeq: topic.ring.head };
      this.told.set(topic, told);
    }
    return told;
  }
}
