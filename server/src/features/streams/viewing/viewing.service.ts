import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { WatchReport } from '@yunhui/contracts';
import { isUnknownDevice, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Subscriptions } from '../../../platform/realtime/index.js';
import { StreamsRepository } from '../streams.repository.js';
import { countVoices, hear, type LinkCounts, type Voice, voiceOf } from './viewing.rules.js';
import { ViewingStore, wordLivesMs } from './viewing.store.js';

/** What changed is told this soon, so that a link that fails for many is known in seconds. */
const tellEachMs = 1_000;
/** And what did not, again, well before it is forgotten. */
const repeatMs = wordLivesMs / 3;
/** The links of a channel that are looked at now are asked for this seldom. */
const knownForMs = 10_000;

type Heard = { voices: Map<string, Voice>; changed: boolean; toldAt: number };

/**
 * Hears what viewers' players report of links. A node remembers one voice for each device and link, and tells the others
 * sums alone: nothing of a viewer is written anywhere. Lost with its process; players report again in half a minute.
 */
@Injectable()
export class ViewingService implements OnModuleInit, OnModuleDestroy {
  private readonly heard = new Map<string, Heard>();
  private readonly known = new Map<string, { links: ReadonlySet<string>; at: number }>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly streams: StreamsRepository,
    private readonly store: ViewingStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.tell(), tellEachMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Whoever is known only by an address, which thousands may share, has no voice; nor has a link that is not on that channel now. */
  async report(viewer: Viewer, { channel, links }: WatchReport): Promise<void> {
    await this.subscriptions.readable({ viewer }, `room:${channel}`);
    if (isUnknownDevice(viewer)) return;
    const onAir = await this.linksOn(channel);
    const now = performance.now();
    for (const seen of links.filter(({ link }) => onAir.has(link))) {
      const heard = this.heard.get(seen.link) ?? { voices: new Map<string, Voice>(), changed: false, toldAt: -Infinity };
      this.heard.set(seen.link, heard);
      hear(heard.voices, viewer.device, voiceOf(seen, { at: now, address: viewer.address }), now);
      heard.changed = true;
    }
  }

  private async linksOn(channel: string): Promise<ReadonlySet<string>> {
    const known = this.known.get(channel);
    const now = performance.now();
    if (known && now - known.at < knownForMs) return known.links;
    for (const [other, { at }] of this.known) if (now - at >= knownForMs) this.known.delete(other);
    const links = new Set(await this.streams.watchedOn(channel, this.clock.date()));
    this.known.set(channel, { links, at: now });
    return links;
  }

  private async tell(): Promise<void> {
    const now = performance.now();
    const due = [...this.heard].filter(([, { changed, toldAt }]) => changed || now - toldAt >= repeatMs);
    const counts = new Map<string, LinkCounts>(due.map(([link, { voices }]) => [link, countVoices(voices, now)]));
    try {
      await this.store.tell(counts);
    } catch {
      return; // Redis is away: it is told again in a second.
    }
    for (const [link, heard] of due) this.told(link, heard, counts.get(link), now);
  }

  private told(link: string, heard: Heard, counts: LinkCounts | undefined, now: number): void {
    Object.assign(heard, { changed: false, toldAt: now });
    if (counts && counts.playing + counts.failing === 0) this.heard.delete(link);
  }
}
