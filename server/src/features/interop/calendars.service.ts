import { Inject, Injectable } from '@nestjs/common';
import { dayMs, shanghaiDayOf, startOfShanghaiDay } from '@yunhui/domain';
import { toICalendar } from '@yunhui/formats';
import { addressOf, CONFIG, type Config } from '../../config.js';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';
import { SharedAnswers } from '../../platform/shared-answers.js';
import { CampaignsService } from '../campaigns/index.js';
import { type ChannelCard, type ChannelScope, ChannelsService } from '../channels/index.js';
import { RegionsService } from '../regions/index.js';
import { type PlannedSession, ScheduleService } from '../schedule/index.js';
import { toEvent } from './calendars.rules.js';

const refreshEveryS = 15 * 60;
/** Whole days, so that a feed changes with its programme and at midnight, not with every look. */
const days = { before: 1, after: 14 };
/** A whole campaign's feed is megabytes, and its writing keeps everybody waiting. */
const feeds = { sharedMs: 5_000, mostKept: 30 };

/** The schedule as iCalendar, for whoever subscribes. */
@Injectable()
export class CalendarsService {
  private readonly origin: string;
  private readonly feeds = new SharedAnswers<{ text: string }>(feeds);

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly campaigns: CampaignsService,
    private readonly channels: ChannelsService,
    private readonly regions: RegionsService,
    private readonly schedule: ScheduleService,
    private readonly clock: Clock,
  ) {
    this.origin = new URL(config.PUBLIC_URL ?? addressOf(config)).origin;
  }

  /** What runs from yesterday to the end of the next two weeks in a campaign, a region of it, or on one channel. */
  async of(campaign: string, wanted: ChannelScope, alarmMinutes?: number): Promise<string> {
    const { text } = await this.feeds.of(JSON.stringify([campaign, wanted, alarmMinutes]), async () => ({
      text: await this.read(campaign, wanted, alarmMinutes),
    }));
    return text;
  }

  private async read(campaign: string, wanted: ChannelScope, alarmMinutes?: number): Promise<string> {
    const { name } = await this.campaigns.bySlug(campaign);
    const region = wanted.region === undefined ? undefined : this.regions.require(wanted.region);
    const cards = await this.channels.inCampaign(campaign, wanted);
    const today = startOfShanghaiDay(shanghaiDayOf(this.clock.now()));
    const span = { from: today - days.before * dayMs, to: today + days.after * dayMs };
    const sessions = await this.schedule.planned(
      cards.map(({ slug }) => slug),
      span,
    );
    const [only] = wanted.channel === undefined ? [] : cards;
    return this.written(only?.title ?? (region ? `${name} · ${region.name}` : name), sessions, cards, alarmMinutes);
  }

  /** One session, by the name of its file: its id and `.ics`. */
  async ofSession(campaign: string, file: string, alarmMinutes?: number): Promise<string> {
    await this.campaigns.bySlug(campaign);
    const session = file.endsWith('.ics') ? await this.schedule.plannedOne(file.slice(0, -'.ics'.length)) : undefined;
    const card = session && (await this.channels.inCampaign(campaign)).find(({ slug }) => slug === session.channel);
    if (!session || !card) throw new HubError('session.unknown');
    return this.written(session.title, [session], [card], alarmMinutes);
  }

  private written(name: string, sessions: readonly PlannedSession[], cards: readonly ChannelCard[], alarmMinutes?: number): string {
    const byChannel = new Map(cards.map((card) => [card.slug, card]));
    const events = sessions.flatMap((session) => {
      const card = byChannel.get(session.channel);
      return card ? [toEvent(session, card, this.origin)] : [];
    });
    return toICalendar({ name, refreshEveryS, alarmMinutes, events });
  }
}
