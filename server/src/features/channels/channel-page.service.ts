import { Injectable } from '@nestjs/common';
import type { Channel } from '@yunhui/contracts';
import { onAirOf, roundedViewers, sessionStates, shanghaiDayOf } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { Viewers } from '../../platform/realtime/index.js';
import { SharedAnswers } from '../../platform/shared-answers.js';
import { noLinks, StreamsService } from '../streams/index.js';
import { type PlannedSession, ScheduleService, toSession } from '../schedule/index.js';
import { CarriedTopics } from './carried-topics.service.js';
import { type ChannelCard, ChannelsService } from './channels.service.js';

/** What a channel's page shows first: what plays, what comes, and where it can be played from. */
@Injectable()
export class ChannelPageService {
  private readonly pages = new SharedAnswers<Channel>();

  constructor(
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly streams: StreamsService,
    private readonly viewers: Viewers,
    private readonly carried: CarriedTopics,
    private readonly clock: Clock,
  ) {}

  async page(slug: string): Promise<Channel> {
    return this.pages.of(slug, () => this.read(slug));
  }

  private async read(slug: string): Promise<Channel> {
    const now = this.clock.now();
    const card = await this.channels.bySlug(slug);
    const [near, today, viewers, carries] = await Promise.all([
      this.schedule.nearest([slug], now),
      this.schedule.onDay(slug, shanghaiDayOf(now), now),
      this.viewers.count(card.topic),
      this.carried.of(slug),
    ]);
    const sessions = near.get(slug) ?? [];
    const links = await this.streams.factsOf({ sessions: sessions.map(({ id }) => id), channels: card.roundTheClock ? [slug] : [] }, now);

    const own = links.get(slug) ?? noLinks;
    const {
      session: current,
      next,
      state,
      late,
    } = onAirOf({ roundTheClock: card.roundTheClock, health: own.health, blocked: card.blocked, sessions }, now);
    const shown = (session: PlannedSession | undefined, verdict = { state, late }) => session && toSession(session, verdict);
    const playable = (current ? links.get(current.id) : own) ?? noLinks;
    return {
      ...shownCard(card),
      state,
      late,
      viewers: roundedViewers(viewers),
      current: shown(current),
      next: shown(next, { state: 'scheduled', late: false }),
      today: sessionStates({ blocked: card.blocked, sessions: today }, now).map(({ session, ...verdict }) => toSession(session, verdict)),
      links: state === 'blocked' ? [] : playable.links,
      ...(current?.linksVersion !== undefined && { linksVersion: current.linksVersion }),
      carries,
    };
  }
}

function shownCard(
  card: ChannelCard,
): Pick<Channel, 'slug' | 'campaign' | 'title' | 'titleEn' | 'region' | 'host' | 'speciality' | 'topic' | 'roundTheClock' | 'sample'> {
  const { slug, campaign, title, titleEn, region, host, speciality, topic, roundTheClock, sample } = card;
  return { slug, campaign, title, titleEn, region, host, speciality, topic, roundTheClock, sample };
}
