import { Injectable } from '@nestjs/common';
import type { LiveState } from '@yunhui/contracts';
import { dayMs, dueBeforeMs, liveStateOf, type ShanghaiDay, type Span, startOfShanghaiDay } from '@yunhui/domain';
import type { Transaction } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { HubError } from '../../platform/hub-error.js';
import { CutBook, type LinkFacts, noLinks, type PlannedLink, StreamsService } from '../streams/index.js';
import { type NewSession, type Reads, ScheduleRepository, type SessionRow, type Watching } from './schedule.repository.js';
import { toPlanned } from './planned-session.js';
import { overlaps, type PlannedSession } from './schedule.rules.js';

/** A session that is being planned, with its links; their order is their rank. */
export type SessionPlan = Omit<
  NewSession,
  'hostSignal' | 'wentLiveAt' | 'peakViewers' | 'blockedAt' | 'version' | 'changedAt' | Changed
> & {
  links: readonly Pick<PlannedLink, 'id' | 'kind' | 'url' | 'label' | 'language' | 'owner' | 'pictured' | 'validFrom' | 'validTo'>[];
};
/** What only a later change gives a session. */
type Changed = 'announcedAt' | 'cancelledAt' | 'postponed' | 'changeReason';

/** What plays when. */
@Injectable()
export class ScheduleService {
  constructor(
    private readonly schedule: ScheduleRepository,
    private readonly streams: StreamsService,
    private readonly cuts: CutBook,
    private readonly facts: Facts,
  ) {}

  /** By channel, the sessions nearest to `at`: what a channel shows is among them. */
  async nearest(channels: readonly string[], at: number, on?: Reads): Promise<Map<string, PlannedSession[]>> {
    const rows = await this.schedule.nearest(channels, new Date(at), on);
    return Map.groupBy(await this.withStreams(rows, at, on), ({ channel }) => channel);
  }

  /** The sessions of a channel that touch a day, in order. */
  async onDay(channel: string, day: ShanghaiDay, at: number): Promise<PlannedSession[]> {
    const from = startOfShanghaiDay(day);
    return this.withStreams(await this.schedule.between(channel, new Date(from), new Date(from + dayMs)), at);
  }

  /**
   * The sessions of these channels that touch [from, to), by start, then by channel. Of those that nobody can be
   * watching yet the streams are not asked for: a week has thousands.
   */
  async between(channels: readonly string[], { from, to }: Span, at: number): Promise<PlannedSession[]> {
    const rows = await this.schedule.onChannels(channels, new Date(from), new Date(to));
    const begun = (row: SessionRow) => row.startsAt.getTime() - dueBeforeMs <= at || row.hostSignal !== null;
    const heard = new Map((await this.withStreams(rows.filter(begun), at)).map((session) => [session.id, session]));
    return rows.map((row) => heard.get(row.id) ?? this.toPlanned(row, noLinks));
  }

  /** What is planned on these channels in [from, to), without what is known of streams. */
  async planned(channels: readonly string[], { from, to }: Span): Promise<PlannedSession[]> {
    return (await this.schedule.onChannels(channels, new Date(from), new Date(to))).map((row) => this.toPlanned(row, noLinks));
  }

  /** One session as it is planned; none when there is no such session. */
  async plannedOne(id: string): Promise<PlannedSession | undefined> {
    const row = await this.schedule.byId(id);
    return row && this.toPlanned(row, noLinks);
  }

  /** These sessions, with what is heard of their streams. */
  async these(sessions: readonly string[], at: number): Promise<PlannedSession[]> {
    return this.withStreams(await this.schedule.byIds(sessions), at);
  }

  /** The sessions of an activity with what is heard of their streams, in order of start. */
  async ofActivity(activity: string, at: number, on?: Reads): Promise<PlannedSession[]> {
    return this.withStreams(await this.schedule.ofActivity(activity, on), at, on);
  }

  /** The activity that a session belongs to; none when nobody filed it. */
  async activityOf(session: string): Promise<string | undefined> {
    return (await this.schedule.byId(session))?.activity ?? undefined;
  }

  /** How these sessions are now, by id. */
  async statesOf(sessions: readonly string[], at: number): Promise<ReadonlyMap<string, LiveState>> {
    const planned = await this.these(sessions, at);
    return new Map(planned.map((session) => [session.id, liveStateOf({ now: at, session }).state]));
  }

  /** Of each channel that has some, how many sessions of a day are no repeats. */
  async newOnDay(channels: readonly string[], day: ShanghaiDay): Promise<ReadonlyMap<string, number>> {
    const from = startOfShanghaiDay(day);
    const counted = await this.schedule.countNew(channels, new Date(from), new Date(from + dayMs));
    return new Map(counted.map((row) => [row.channel, row.count]));
  }

  /** Plans one session. On a channel that has no other at that time, or it is refused: one picture cannot be two. */
  async plan(tx: Transaction, plan: SessionPlan): Promise<void> {
    await this.takeSlot(tx, plan);
    await this.lay(tx, [plan]);
    await this.facts.record(tx, { name: 'session.planned', key: plan.id, version: 1 });
  }

  /** Nobody else plans on the channel until the transaction ends, and nothing that takes place is on it in this slot, but what is `leaving`. */
  async takeSlot(
    tx: Transaction,
    { id, channel, startsAt, endsAt }: Pick<SessionRow, 'id' | 'channel' | 'startsAt' | 'endsAt'>,
    leaving: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    await this.schedule.takeTurn(tx, channel);
    const slot = { start: startsAt.getTime(), end: endsAt.getTime() };
    const there = await this.schedule.between(channel, startsAt, endsAt, tx);
    const others = there.filter((other) => other.id !== id && !other.cancelledAt && !leaving.has(other.id));
    if (others.some((other) => overlaps(slot, { start: other.startsAt.getTime(), end: other.endsAt.getTime() })))
      throw new HubError('session.overlaps', { field: 'startsAt' });
  }

  /** Lays many sessions of a programme that is known not to overlap; those that are there stay as they are. Tells nobody. */
  async lay(tx: Transaction, plans: readonly SessionPlan[]): Promise<void> {
    await this.schedule.keep(
      tx,
      plans.map(({ links: _, ...session }) => session),
    );
    await this.streams.add(tx, plans.flatMap(linksOf));
  }

  /** The channel that a session is on; none when there is no such session. */
  async channelOf(session: string): Promise<string | undefined> {
    return (await this.schedule.byId(session))?.channel;
  }

  /** Notes the first moment that these sessions were live. */
  async noteLive(tx: Transaction, sessions: readonly string[], at: number): Promise<void> {
    await this.schedule.noteLive(tx, sessions, new Date(at));
  }

  /** Notes how many watch what is on these channels, where it is more than ever before. */
  async notePeaks(watching: readonly Watching[], at: number): Promise<void> {
    if (watching.length > 0) await this.schedule.notePeaks(watching, new Date(at));
  }

  /** A session as it is kept, with what is heard of its streams; blocked when it is cut off. */
  toPlanned(row: SessionRow, heard: LinkFacts): PlannedSession {
    return toPlanned(row, heard, this.cuts.isCut('session', row.id));
  }

  private async withStreams(rows: readonly SessionRow[], at: number, on?: Reads): Promise<PlannedSession[]> {
    const heard = await this.streams.factsOf({ sessions: rows.map(({ id }) => id), channels: [] }, at, on);
    return rows.map((row) => this.toPlanned(row, heard.get(row.id) ?? noLinks));
  }
}

function linksOf({ id, channel, startsAt, endsAt, links }: SessionPlan): PlannedLink[] {
  const session = { id, start: startsAt.getTime(), end: endsAt.getTime() };
  return links.map((link, at) => ({ ...link, channel, session, rank: at + 1 }));
}
