import { Injectable } from '@nestjs/common';
import type { ChangeLinks, HostedSession, HostedSessions, HostedSessionsQuery } from '@yunhui/contracts';
import { dayMs, liveStateOf } from '@yunhui/domain';
import { Audit } from '../../../platform/audit/index.js';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Facts } from '../../../platform/facts/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { judgeSignal, type PlannedSession, ScheduleService } from '../../schedule/index.js';
import { type LinkList, LinkListsService } from '../../streams/index.js';
import type { ChannelRow } from '../channels.repository.js';
import { daysOf, shownOf } from './hosted-days.rules.js';
import { HostedPlaces } from './hosted-places.js';

/** A host prepares a few days, and enters replays after the end. */
const shownBeforeMs = 2 * dayMs;
const shownAheadMs = 7 * dayMs;

/** Hosts change the links of their sessions themselves, at any time: a stream that fails cannot wait for anybody. */
@Injectable()
export class HostingService {
  constructor(
    private readonly database: Database,
    private readonly places: HostedPlaces,
    private readonly schedule: ScheduleService,
    private readonly lists: LinkListsService,
    private readonly audit: Audit,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** What is on now or comes next is first, what is over last. */
  async sessions(viewer: Viewer, { channel: only, day }: HostedSessionsQuery): Promise<HostedSessions> {
    const now = this.clock.now();
    const places = await this.places.of(viewer);
    const near = await this.schedule.between([...places.keys()], { from: now - shownBeforeMs, to: now + shownAheadMs }, now);
    const all = near.filter(({ repeat, cancelled }) => !repeat && !cancelled);
    const asked = only === undefined ? all : all.filter(({ channel }) => channel === only);
    const { shown, ...of } = shownOf(asked, { now, day });
    const listOf = await this.lists.of(shown.map(({ id }) => id));
    const having = new Set(all.map(({ channel }) => channel));
    return {
      items: shown.flatMap((session) => {
        const channel = places.get(session.channel);
        return channel ? [toHosted(session, channel, { now, ...listOf(session.id) })] : [];
      }),
      ...of,
      days: daysOf(asked),
      channels: [...places.values()].filter(({ slug }) => having.has(slug)).map(toNamed),
    };
  }

  /** One of them, whenever it is: its console is opened by its address. */
  async session(viewer: Viewer, id: string): Promise<HostedSession> {
    const session = await this.schedule.plannedOne(id);
    if (!session) throw new HubError('session.unknown');
    const { channel } = await this.places.require(viewer, session.channel);
    const now = this.clock.now();
    const [heard = session] = await this.schedule.these([id], now);
    const listOf = await this.lists.of([id]);
    return toHosted(heard, channel, { now, ...listOf(id) });
  }

  /** Holds at once: pages that are open follow by the tile, in which the list's version is. */
  async change(viewer: Viewer, id: string, wanted: ChangeLinks): Promise<HostedSession> {
    const session = await this.schedule.plannedOne(id);
    if (!session) throw new HubError('session.unknown');
    const { channel, by } = await this.places.require(viewer, session.channel);
    const list = await this.database.transaction(async (tx) => {
      const changed = await this.lists.change(tx, session, wanted);
      const difference = { links: changed.links.map(({ id: link, url, kind }) => ({ id: link, kind, url })) };
      await this.audit.record(tx, { who: by.id, act: 'session.links-changed', subject: id, difference });
      await this.facts.record(tx, { name: 'session.links-changed', key: id, version: changed.version });
      return changed;
    });
    const now = this.clock.now();
    const [heard = session] = await this.schedule.these([id], now);
    return toHosted(heard, channel, { now, ...list });
  }
}

function toNamed({ slug, title, titleEn }: ChannelRow): HostedSession['channel'] {
  return { slug, title, titleEn };
}

function toHosted(session: PlannedSession, channel: ChannelRow, { now, ...list }: LinkList & { now: number }): HostedSession {
  const { id, title, titleEn, start, end, hostSignal } = session;
  return {
    id,
    channel: toNamed(channel),
    title,
    ...(titleEn !== undefined && { titleEn }),
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
    state: liveStateOf({ now, session }).state,
    ...(hostSignal && { signal: hostSignal }),
    maySignal: judgeSignal(session, now, 'started').allowed,
    ...list,
  };
}
