import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Redis } from '../redis/index.js';
import { engine } from './engine-settings.js';

const script = readFileSync(new URL('../../../lua/seen.lua', import.meta.url), 'utf8');

/**
 * E14: viewers are devices whose player made progress in the last 45 s, summed over the nodes in
 * `t:{<topic>}:seen`. What a node said holds 10 s and the others ask each 5, so a dead one is gone in 15. Losing the
 * sums heals in that time too; meanwhile this node's own count is the floor.
 */
@Injectable()
export class Viewers implements OnModuleInit, OnModuleDestroy {
  private readonly node = randomUUID();
  private readonly beats = new Map<string, Map<string, number>>();
  private readonly sums = new Map<string, { sum: number; at: number }>();
  private timer?: NodeJS.Timeout;

  constructor(private readonly redis: Redis) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.tell(), engine.presence.everyMs);
  }

  /** Its viewers are at other nodes before anybody would have forgotten this one. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    const topics = [...this.beats.keys()];
    this.beats.clear();
    await Promise.all(topics.map((topic) => this.ask(topic)));
  }

  /** A device's player made progress, or stopped. */
  beat(topic: string, device: string, playing: boolean): void {
    const devices = this.beats.get(topic) ?? new Map<string, number>();
    this.beats.set(topic, devices);
    if (playing) devices.set(device, Date.now());
    else devices.delete(device);
  }

  /** Everybody who watches, over all nodes; at most five seconds old. */
  async count(topic: string): Promise<number> {
    const known = this.sums.get(topic);
    if (known && Date.now() - known.at < engine.presence.everyMs) return Math.max(known.sum, this.ownCount(topic));
    return this.ask(topic);
  }

  private async tell(): Promise<void> {
    await Promise.all([...this.beats.keys()].map((topic) => this.ask(topic)));
  }

  private async ask(topic: string): Promise<number> {
    const own = this.ownCount(topic);
    try {
      const sum = await this.redis.client.eval(script, {
        keys: [`t:{${topic}}:seen`],
        arguments: [this.node, String(own), String(engine.presence.nodeMs)],
      });
      this.sums.set(topic, { sum: Number(sum), at: Date.now() });
      return Math.max(Number(sum), own);
    } catch {
      return Math.max(this.sums.get(topic)?.sum ?? 0, own);
    }
  }

  private ownCount(topic: string): number {
    const devices = this.beats.get(topic);
    if (!devices) return 0;
    const oldest = Date.now() - engine.presence.beatMs;
    for (const [device, at] of devices) if (at < oldest) devices.delete(device);
    if (devices.size === 0) this.beats.delete(topic);
    return devices.size;
  }
}
