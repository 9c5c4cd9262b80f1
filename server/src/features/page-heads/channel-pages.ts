import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Channel, Session } from '@yunhui/contracts';
import { plateOf } from '@yunhui/domain';
import { type PageHead, PageHeads, type PageLanguage, plateImage, type PageRequest, type Thing } from '../../platform/pages/index.js';
import { ChannelPageService } from '../channels/index.js';
import { said, timeOf } from './page-words.js';

const inEnglish = (chinese: string, english: string | undefined, language: PageLanguage): string =>
  language === 'en' && english ? english : chinese;

/** A channel's page: what plays or comes next, by whom and when, also as events for search engines. */
@Injectable()
export class ChannelPages implements OnModuleInit {
  constructor(
    private readonly heads: PageHeads,
    private readonly channels: ChannelPageService,
  ) {}

  onModuleInit(): void {
    this.heads.describe('/channels/{slug}', (request) => this.channel(request));
  }

  private async channel({ params: { slug = '' }, language }: PageRequest): Promise<PageHead> {
    const channel = await this.channels.page(slug);
    const words = said(language);
    const name = inEnglish(channel.title, channel.titleEn, language);
    const shown = channel.current ?? channel.next;
    const image = plateImage(plateOf({ slug, region: channel.region.key }));
    const what = shown && inEnglish(shown.title, shown.titleEn, language);
    return {
      title: what ? `${what} · ${name}` : name,
      description: words.sentence([words.state[channel.state], what, channel.host, shown && timeOf(shown, language)]),
      image,
      canonical: `/channels/${slug}`,
      reads: [`/api/v1/channels/${slug}`],
      things: (absolute) =>
        [channel.current, channel.next].flatMap((session) =>
          session ? [eventOf(channel, session, { url: absolute(`/channels/${slug}`), image: absolute(image) })] : [],
        ),
      lines: channel.today.map((session) => `${timeOf(session, language)} ${inEnglish(session.title, session.titleEn, language)}`),
      links: (['/', '/schedule'] as const).map((to) => ({ to, label: words.entries[to] })),
    };
  }
}

/** A session as schema.org's broadcast of an event that people attend online, free. */
function eventOf(channel: Channel, session: Session, { url, image }: { url: string; image: string }): Thing {
  const event = {
    '@type': 'Event',
    name: session.title,
    startDate: session.startsAt,
    endDate: session.endsAt,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { '@type': 'VirtualLocation', url },
    isAccessibleForFree: true,
    image,
    url,
    ...(session.summary && { description: session.summary }),
    ...(channel.host && { organizer: { '@type': 'Organization', name: channel.host } }),
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'BroadcastEvent',
    name: session.title,
    inLanguage: 'zh-CN',
    isLiveBroadcast: session.state === 'live',
    startDate: session.startsAt,
    endDate: session.endsAt,
    image,
    url,
    publishedOn: { '@type': 'BroadcastService', name: channel.title },
    broadcastOfEvent: event,
  };
}
