import { Injectable } from '@nestjs/common';
import { Reactions, TopicHeads } from '../../platform/realtime/index.js';
import { type Pace, paceOf, type Sample } from './lobby.rules.js';

const minuteMs = 60_000;

/**
 * How fast people speak and react in the rooms of live channels, from what topics count anyway: one statement and a
 * read of Redis for each room. A worker's own; after a restart it is right again within a minute.
 */
@Injectable()
export class RoomPace {
  private samples = new Map<string, readonly Sample[]>();

  constructor(
    private readonly heads: TopicHeads,
    private readonly reactions: Reactions,
  ) {}

  /** Looks at these rooms now. Rooms that are not asked for any more are forgotten. */
  async of(channels: readonly string[]): Promise<ReadonlyMap<string, Pace>> {
    const [seqs, totals] = await Promise.all([
      this.heads.seqsOf(channels.map(roomOf)),
      Promise.all(channels.map((channel) => this.reactions.totalOf(roomOf(channel)))),
    ]);
    const at = performance.now();
    const looked = channels.map((channel, index) => {
      const before = (this.samples.get(channel) ?? []).filter((sample) => at - sample.at <= minuteMs);
      const last = before.at(-1);
      const messages = seqs.get(roomOf(channel)) ?? last?.messages ?? 0;
      return [channel, [...before, { at, messages, reactions: totals[index] ?? last?.reactions ?? 0 }]] as const;
    });
    this.samples = new Map(looked);
    return new Map(looked.map(([channel, samples]) => [channel, paceOf(samples)]));
  }
}

function roomOf(channel: string): string {
  return `room:${channel}`;
}
