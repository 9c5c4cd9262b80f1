import { Injectable } from '@nestjs/common';
import type { OwnOutcomes, OwnSanction, OwnStanding } from '@yunhui/contracts';
import { may, RegionTree, roleIn, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { asSpeaker, type Speaker } from '../../../platform/edge/speaker.js';
import { HubError } from '../../../platform/hub-error.js';
import { Holds, LogRepository } from '../../../platform/realtime/index.js';
import { RegionsService } from '../../regions/index.js';
import { TopicPlaces } from '../topic-places.js';
import { StandingBook } from './standing-book.js';
import { type OwnRow, StandingRepository } from './standing.repository.js';
import { holdsIn, judgeStanding, longest } from './standing.rules.js';

/** What somebody may do now, and what they are told of it. Others ask here before they let anybody in or speak. */
@Injectable()
export class StandingService {
  constructor(
    private readonly book: StandingBook,
    private readonly repository: StandingRepository,
    private readonly places: TopicPlaces,
    private readonly entries: LogRepository,
    private readonly holds: Holds,
    private readonly names: RegionsService,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  /** Refuses who is muted or banned where a topic belongs. The retry of what is kept passes, as it always does. */
  async requireFree(speaker: Speaker, topic: string, id: string): Promise<void> {
    const against = this.book.of(speaker);
    if (against.length === 0) return;
    const verdict = judgeStanding(against, await this.places.pathOf(topic), this.clock.now());
    if (verdict.allowed || (await this.isKept(speaker, topic, id))) return;
    throw new HubError(verdict.code, { retryAfterMs: verdict.retryAfterMs });
  }

  /** Refuses who is banned where a topic belongs: they do not react in it. Reading it is everybody’s. */
  async requireWelcome(viewer: Viewer, topic: string): Promise<void> {
    const bans = this.book.of(viewer).filter(({ kind }) => kind === 'ban');
    if (bans.length === 0) return;
    const path = await this.places.pathOf(topic);
    if (bans.some((ban) => holdsIn(ban, path))) throw new HubError('account.banned');
  }

  /** Whether somebody looks first at what this new guest says here: at their address somebody was banned from it. */
  async isWatched(speaker: Speaker, topic: string): Promise<boolean> {
    const watched = this.book.watched(speaker);
    if (watched.length === 0) return false;
    const path = await this.places.pathOf(topic);
    return watched.some(({ scope }) => path.includes(scope));
  }

  /** One's own standing, in a topic or anywhere. */
  async own(viewer: Viewer, topic?: string): Promise<OwnStanding> {
    const { user } = asSpeaker(viewer);
    const rows = await this.repository.own(user.id, viewer.signInId, this.clock.date());
    const region = topic === undefined ? undefined : await this.places.regionOf(topic);
    const path = region === undefined ? undefined : this.regions.pathOf(region);
    const here = rows.filter((row) => path === undefined || holdsIn(row, path));
    const last = (kind: 'mute' | 'ban'): OwnSanction | undefined => {
      const timed = here.flatMap((row) => (row.kind === kind && row.until !== null ? { ...row, kind, until: row.until } : []));
      const found = longest(
        timed.map((row) => ({ ...row, user: user.id, devices: [] })),
        kind,
        this.clock.now(),
      );
      const row = found && here.find(({ id }) => id === found.id);
      return row && this.shown(row);
    };
    const [muted, banned] = [last('mute'), last('ban')];
    const role = path && roleIn(user.grants, path);
    const moderates = region !== undefined && may(viewer, { action: 'moderate', on: 'Room', region }, this.regions.pathOf);
    return {
      ...(muted && { muted }),
      ...(banned && { banned }),
      ...(region !== undefined && { region }),
      moderates,
      ...(role && { role }),
      all: rows.map((row) => this.shown(row)),
    };
  }

  async outcomes(viewer: Viewer): Promise<OwnOutcomes> {
    return { items: await this.repository.unseen(asSpeaker(viewer).user.id) };
  }

  async seen(viewer: Viewer, ids: readonly string[]): Promise<void> {
    await this.repository.seen(asSpeaker(viewer).user.id, ids, this.clock.date());
  }

  private async isKept({ user }: Speaker, topic: string, id: string): Promise<boolean> {
    const known = await this.entries.numberOf(topic, id);
    return known ? known.author === user.id : this.holds.isHeld(user.id, topic, id);
  }

  private shown({ id, kind, rule, scope, at, until, appeal }: OwnRow): OwnSanction {
    const { key, name, nameEn } = this.names.cardOf(scope);
    return {
      id,
      kind,
      rule,
      scope: { key, name, ...(nameEn && { nameEn }) },
      at: new Date(at).toISOString(),
      ...(until !== null && { until: new Date(until).toISOString() }),
      appeal: appeal ?? 'possible',
    };
  }
}
