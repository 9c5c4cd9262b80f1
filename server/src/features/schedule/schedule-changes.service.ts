import { Injectable } from '@nestjs/common';
import type { ReleaseLine } from '@yunhui/contracts';
import { Clock } from '../../platform/clock.js';
import type { Transaction } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { HubError } from '../../platform/hub-error.js';
import { noLinks, StreamsService } from '../streams/index.js';
import { type SessionChange, ScheduleRepository, type SessionRow } from './schedule.repository.js';
import { announcedAfter, judgeChange, judgeSignal, type PlannedSession, releaseLineOf } from './schedule.rules.js';
import { ScheduleService } from './schedule.service.js';

/** `leaving`: sessions that are moved too in this transaction, whose slots are no hindrance. */
export type NewSlot = { startsAt: Date; endsAt: Date; reason?: string; leaving?: ReadonlySet<string> };
/** A session as it is from now on, and what a release says of that. */
export type ChangedSession = { session: PlannedSession; line?: ReleaseLine };

/** What is changed of sessions that were announced. Each change is their next version, which calendars follow, and a fact. */
@Injectable()
export class ScheduleChangesService {
  constructor(
    private readonly rows: ScheduleRepository,
    private readonly schedule: ScheduleService,
    private readonly streams: StreamsService,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Another slot on the same channel, where nothing else is. Its links go with it; what was postponed takes place again. */
  async move(tx: Transaction, id: string, { startsAt, endsAt, reason, leaving }: NewSlot): Promise<ChangedSession> {
    const { channel } = await this.sessionOf(tx, id);
    await this.schedule.takeSlot(tx, { id, channel, startsAt, endsAt }, leaving);
    const session = await this.changeable(tx, id, { start: startsAt.getTime() });
    const announced = announcedAfter(session, startsAt.getTime());
    await this.streams.retime(tx, { id, start: startsAt.getTime(), end: endsAt.getTime() }, session.end);
    return this.change(tx, session, {
      startsAt,
      endsAt,
      announcedAt: announced === undefined ? null : new Date(announced),
      changeReason: announced === undefined ? null : (reason ?? session.changeReason ?? null),
      ...(session.postponed && { cancelledAt: null, postponed: false }),
    });
  }

  /** It does not take place, or not then: `postponed` to a slot that nobody knows yet. Its slot is free for another. */
  async cancel(tx: Transaction, id: string, reason: string, { postponed = false } = {}): Promise<ChangedSession> {
    const session = await this.changeable(tx, id);
    return this.change(tx, session, { cancelledAt: this.clock.date(), postponed, changeReason: reason });
  }

  /** It takes place after all, unless its slot was given away. */
  async reinstate(tx: Transaction, id: string): Promise<ChangedSession> {
    const { channel, start, end } = await this.sessionOf(tx, id);
    await this.schedule.takeSlot(tx, { id, channel, startsAt: new Date(start), endsAt: new Date(end) });
    const session = await this.changeable(tx, id);
    return this.change(tx, session, { cancelledAt: null, postponed: false, changeReason: null });
  }

  /** Other words for it, at the same time. */
  async describe(tx: Transaction, id: string, words: Pick<SessionRow, 'title' | 'form' | 'summary'>): Promise<ChangedSession> {
    const { start } = await this.sessionOf(tx, id);
    const session = await this.changeable(tx, id, { start });
    return this.change(tx, session, { ...words, titleEn: null });
  }

  /** The host's word. Of a session that begins before its time the links are read in earnest from now on. */
  async signal(tx: Transaction, id: string, signal: 'started' | 'ended' | null): Promise<ChangedSession> {
    const now = this.clock.now();
    const session = await this.sessionOf(tx, id);
    const verdict = judgeSignal(session, now, signal);
    if (!verdict.allowed) throw new HubError(verdict.code, verdict);
    if (signal === 'started') await this.streams.readFrom(tx, id, new Date(now));
    return this.change(tx, session, { hostSignal: signal });
  }

  private async changeable(tx: Transaction, id: string, slot?: { start: number }): Promise<PlannedSession> {
    const session = await this.sessionOf(tx, id);
    const verdict = judgeChange(session, this.clock.now(), slot);
    if (!verdict.allowed) throw new HubError(verdict.code);
    return session;
  }

  private async sessionOf(tx: Transaction, id: string): Promise<PlannedSession> {
    const row = await this.rows.forChange(tx, id);
    if (!row) throw new HubError('session.unknown');
    const heard = await this.streams.factsOf({ sessions: [id], channels: [] }, this.clock.now(), tx);
    return this.schedule.toPlanned(row, heard.get(id) ?? noLinks);
  }

  private async change(tx: Transaction, before: PlannedSession, changes: SessionChange): Promise<ChangedSession> {
    const { id } = before;
    const changed = await this.rows.change(tx, id, changes, this.clock.date());
    if (!changed) throw new HubError('session.unknown');
    await this.facts.record(tx, { name: 'session.changed', key: id, version: changed.version });
    const heard = await this.streams.factsOf({ sessions: [id], channels: [] }, this.clock.now(), tx);
    const session = this.schedule.toPlanned(changed, heard.get(id) ?? noLinks);
    const line = releaseLineOf(before, session);
    return { session, ...(line && { line }) };
  }
}
