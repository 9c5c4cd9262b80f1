import { Injectable } from '@nestjs/common';
import { engine } from './engine-settings.js';
import { TalliesRepository } from './tallies.repository.js';

/** The messages of a topic that are not retracted, by where their authors say they are; '' for those who do not say. */
export type Tally = ReadonlyMap<string, number>;

type Counted = { epoch: string; head: number; at: number; tally: Tally };

/**
 * How much is said in a topic, and from where. Only what is new is counted: a log has no holes, so numbers
 * that were counted stay counted, unless a retraction says that some are gone. A node's own, and a few
 * seconds old at most; losing it costs one count.
 */
@Injectable()
export class Tallies {
  private readonly counted = new Map<string, Counted>();
  private readonly counting = new Map<string, Promise<Tally>>();

  constructor(private readonly rows: TalliesRepository) {}

  /** Of a topic that is not there: nothing. */
  async of(topic: string): Promise<Tally> {
    const known = this.counted.get(topic);
    if (known && Date.now() - known.at < engine.tally.keptMs) return known.tally;
    let counting = this.counting.get(topic);
    if (!counting) {
      counting = this.count(topic, known).finally(() => this.counting.delete(topic));
      this.counting.set(topic, counting);
    }
    return counting;
  }

  /** How much was said in a stretch of time, [from, to), counted anew each time. */
  async between(topic: string, from: Date, to: Date): Promise<number> {
    return this.rows.said(topic, { from, to });
  }

  private async count(topic: string, known: Counted | undefined): Promise<Tally> {
    const row = await this.rows.since(topic, known?.head ?? 0);
    if (!row) return new Map();
    if (known && (row.retracted || row.epoch !== known.epoch)) return this.count(topic, undefined);
    const tally = new Map(known?.tally);
    for (const [region, count] of Object.entries(row.counts)) tally.set(region, (tally.get(region) ?? 0) + count);
    this.counted.set(topic, { epoch: row.epoch, head: row.head, at: Date.now(), tally });
    return tally;
  }
}
