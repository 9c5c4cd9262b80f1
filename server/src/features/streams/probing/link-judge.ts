import { Injectable } from '@nestjs/common';
import type { StreamHealth } from '@yunhui/domain';
import { Facts } from '../../../platform/facts/index.js';
import type { FindingCode } from '../checkup/findings.js';
import type { LinkRow } from '../streams.repository.js';
import { healthWith, type LinkCounts, noCounts, wordOf } from '../viewing/viewing.rules.js';
import { ViewingStore } from '../viewing/viewing.store.js';
import { ProbingRepository } from './probing.repository.js';
import { addLook, healthAfter, lookedBefore, type Look, type Readings, sessionEnd } from './readings.rules.js';
import { ReadingsStore } from './readings.store.js';

/** What is remembered of a link between two looks, and what its viewers say. */
export type LinkMemory = { readings?: Readings; viewers: LinkCounts };

/** Says how a link is, from our looks and from its viewers, and tells of it when that has changed. */
@Injectable()
export class LinkJudge {
  constructor(
    private readonly links: ProbingRepository,
    private readonly store: ReadingsStore,
    private readonly viewing: ViewingStore,
    private readonly facts: Facts,
  ) {}

  /** What is known of these links. Throws while Redis is away. */
  async known(links: readonly string[]): Promise<(link: string) => LinkMemory> {
    const [readings, viewers] = await Promise.all([this.store.of(links), this.viewing.of(links)]);
    return (link) => ({ readings: readings.get(link), viewers: viewers.get(link) ?? noCounts });
  }

  async judge(link: LinkRow, { readings, viewers }: LinkMemory, look: Look): Promise<void> {
    const after = addLook(readings, look);
    const looked = healthAfter(lookedBefore(link.health, readings), after, { at: look.at, end: sessionEnd(link.readUntil) });
    await this.store.keep(link.id, { ...after.readings, looked });
    const health = healthWith(looked, wordOf(viewers));
    if (health === link.health) return;
    const finding = findingFor(health, looked, after.finding);
    await this.links.changeHealth(link, { health, finding, at: new Date(look.at) }, (tx, version) =>
      this.facts.record(tx, { name: 'stream.health-changed', key: link.id, version }),
    );
  }

  /** Drops what is remembered of links that nobody reads any more. */
  async forgetAllBut(links: ReadonlySet<string>): Promise<void> {
    await Promise.all([this.store.forgetAllBut(links), this.viewing.forgetAllBut(links)]);
  }
}

function findingFor(health: StreamHealth, looked: StreamHealth, finding: FindingCode): FindingCode {
  if (health !== 'degraded') return finding;
  return looked === 'ok' ? 'viewers.fail' : 'viewers.play';
}
