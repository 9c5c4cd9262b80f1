import { Injectable } from '@nestjs/common';
import type { SupplementMeasured } from '@yunhui/contracts';
import { Tallies } from '../../../platform/realtime/index.js';
import type { PlannedSession } from '../../schedule/index.js';
import { StreamsService } from '../../streams/index.js';
import { airtimeOf, onAirMs } from './measured.rules.js';

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
    const each = await Promise.all(live.map(async (session) => ({ ms: await this.onAir(session), said: await this.said(session) })));
    const onAir = each.flatMap(({ ms }) => ms ?? []);
    const peaks = live.flatMap(({ peakViewers }) => peakViewers ?? []);
    return {
      ...(onAir.length > 0 && { minutesLive: Math.round(sum(onAir) / minuteMs) }),
      ...(peaks.length > 0 && { peakViewers: Math.max(...peaks) }),
      messages: sum(each.map(({ said }) => said)),
    };
  }

  private async onAir(session: PlannedSession): Promise<number | undefined> {
    const verdicts = await this.streams.verdictsOn(session.id);
    return verdicts.length > 0 ? onAirMs(verdicts, airtimeOf(session)) : undefined;
  }

  private async said(session: PlannedSession): Promise<number> {
    const { start, end } = airtimeOf(session);
    return this.tallies.between(`room:${session.channel}`, new Date(start), new Date(end));
  }
}

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);
