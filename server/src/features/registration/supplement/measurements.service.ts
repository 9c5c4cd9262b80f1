import { Injectable } from '@nestjs/common';
import type { SupplementMeasured } from '@yunhui/contracts';
import { Tallies } from '../../../platform/realtime/index.js';
import type { PlannedSession } from '../../schedule/index.js';
import { StreamsService } from '../../streams/index.js';
import { airtimeOf, apart, onAirMs } from './measured.rules.js';

const minuteMs = 60_000;

/** What the hub has of an activity's sessions. What it did not look at it does not guess: no figure is no 0. */
@Injectable()
export class MeasurementsService {
  constructor(
    private readonly streams: StreamsService,
    private readonly tallies: Tallies,
  ) {}

  /** Of sessions that nobody could watch nothing is measured, and no minutes where only their hosts said that they were on. */
  async of(sessions: readonly PlannedSession[]): Promise<SupplementMeasured> {
    const live = sessions.filter(({ wentLive }) => wentLive);
    if (live.length === 0) return {};
    const onAir = (await Promise.all(live.map((session) => this.onAir(session)))).flatMap((ms) => ms ?? []);
    const said = await Promise.all([...Map.groupBy(live, ({ channel }) => channel)].map(([channel, ofIt]) => this.said(channel, ofIt)));
    const peaks = live.flatMap(({ peakViewers }) => peakViewers ?? []);
    return {
      ...(onAir.length > 0 && { minutesLive: Math.round(sum(onAir) / minuteMs) }),
      ...(peaks.length > 0 && { peakViewers: Math.max(...peaks) }),
      messages: sum(said),
    };
  }

  private async onAir(session: PlannedSession): Promise<number | undefined> {
    const verdicts = await this.streams.verdictsOn(session.id);
    return verdicts.length > 0 ? onAirMs(verdicts, airtimeOf(session)) : undefined;
  }

  /** Two sessions on end share the time between them. */
  private async said(channel: string, sessions: readonly PlannedSession[]): Promise<number> {
    const times = apart(sessions.map((session) => airtimeOf(session)));
    return sum(await Promise.all(times.map(({ start, end }) => this.tallies.between(`room:${channel}`, new Date(start), new Date(end)))));
  }
}

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);
