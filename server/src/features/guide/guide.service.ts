import { Injectable } from '@nestjs/common';
import type { DayAxis, DayQuery, Schedule, ScheduleQuery } from '@yunhui/contracts';
import { dayAxis, serviceSpan, shanghaiDayOf, shanghaiInstant, type Slot, type Span, startOfShanghaiDay } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';
import { SharedAnswers } from '../../platform/shared-answers.js';
import { type PlannedSession, ScheduleService } from '../schedule/index.js';
import { type GuideScope, GuideScopes } from './guide-scopes.service.js';
import { gapsWithin, slotsOf, spanOf, toGuideChannel, toSessions } from './guide-answers.js';
import { UndatedService } from './undated.service.js';

/** What runs when, over the channels of a scope. */
@Injectable()
export class GuideService {
  private readonly schedules = new SharedAnswers<Schedule>({ mostKept: 50 });
  private readonly days = new SharedAnswers<DayAxis>();

  constructor(
    private readonly scopes: GuideScopes,
    private readonly sessions: ScheduleService,
    private readonly undated: UndatedService,
    private readonly clock: Clock,
  ) {}

  async schedule(campaign: string, wanted: ScheduleQuery): Promise<Schedule> {
    const span = this.spanOf(wanted);
    const { region, channel } = wanted;
    return this.schedules.of(JSON.stringify([campaign, span, region, channel]), async () => {
      const scope = await this.scopes.of(campaign, { region, channel });
      const planned = await this.planned(scope, span);
      return {
        from: shanghaiInstant(span.from),
        to: shanghaiInstant(span.to),
        channels: scope.channels.map(toGuideChannel),
        sessions: toSessions(planned, scope.blocked, this.clock.now()),
        gaps: scope.tellsGaps ? gapsWithin(this.slots(scope, planned, span), span, scope.serviceHours).map(written) : [],
        undated: channel ? [] : await this.undated.within(scope, span),
      };
    });
  }

  async day(campaign: string, { date = shanghaiDayOf(this.clock.now()), region }: DayQuery): Promise<DayAxis> {
    return this.days.of(JSON.stringify([campaign, date, region]), async () => {
      const scope = await this.scopes.of(campaign, { region });
      const span = serviceSpan(date, scope.serviceHours);
      return { date, ...span, stretches: dayAxis(this.slots(scope, await this.planned(scope, span), span), span) };
    });
  }

  private async planned({ channels }: GuideScope, span: Span): Promise<PlannedSession[]> {
    return this.sessions.between(
      channels.map(({ slug }) => slug),
      span,
      this.clock.now(),
    );
  }

  private slots({ endless, blocked }: GuideScope, planned: readonly PlannedSession[], { from, to }: Span): Slot[] {
    return endless && blocked.size === 0 ? [{ start: from, end: to }] : slotsOf(planned, blocked);
  }

  private spanOf({ from, to }: ScheduleQuery): Span {
    const startOfToday = startOfShanghaiDay(shanghaiDayOf(this.clock.now()));
    const verdict = spanOf({ from: momentOf(from), to: momentOf(to) }, startOfToday);
    if ('wrong' in verdict) throw new HubError('request.malformed', { field: verdict.wrong });
    return verdict.span;
  }
}

/** A day stands for its first moment in Shanghai. */
function momentOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  return given.includes('T') ? Date.parse(given) : startOfShanghaiDay(given);
}

function written({ from, to }: Span): { from: string; to: string } {
  return { from: shanghaiInstant(from), to: shanghaiInstant(to) };
}
