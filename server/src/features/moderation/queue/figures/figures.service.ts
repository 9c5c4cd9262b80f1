import { Injectable } from '@nestjs/common';
import type { QueueFigures, Transparency } from '@yunhui/contracts';
import type { Viewer } from '../../../../platform/auth/index.js';
import { Scopes } from '../../scopes.js';
import { type AtWork, FiguresRepository } from './figures.repository.js';
import { type Load, loadsOf, marksOf, outcomesOf, rulesOf, timesOf, treatedOf } from './figures.rules.js';

const hourMs = 3_600_000;
const aDay = 24;
const transparencyDays = 30;
const mostRules = 100;
const mostModerators = 200;
const beijingMs = 8 * hourMs;
/** A moderator cannot look after more rooms at once: beyond it is an alarm. */
const mostRoomsEach = 50;

/** What the queue has done, for those who work at it and, without names, for everybody. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly figures: FiguresRepository,
    private readonly scopes: Scopes,
  ) {}

  async of(viewer: Viewer, scope: string | undefined): Promise<QueueFigures> {
    const within = this.scopes.within(viewer, scope);
    const since = new Date(Math.floor((Date.now() - aDay * hourMs) / hourMs) * hourMs);
    const [waiting, sums, atWork, appeals] = await Promise.all([
      this.figures.waiting(within),
      this.figures.hours(within, since),
      this.figures.atWork(within),
      this.figures.appeals(aDay),
    ]);
    const { collisions, undone, retracted, viewerSeconds } = marksOf(sums);
    const loads = loadsOf(sums, mostModerators);
    return {
      at: new Date().toISOString(),
      since: since.toISOString(),
      held: waiting.held,
      ...(waiting.oldest_ms !== null && { oldestMs: Math.round(waiting.oldest_ms) }),
      verdictTimes: timesOf(sums),
      decided: { ...outcomesOf(sums), undone },
      collisions,
      appeals,
      rules: rulesOf(sums, mostRules),
      exposure: { retracted, viewerSeconds },
      moderators: await this.moderatorsOf(loads, atWork),
      busyRooms: waiting.busy_rooms,
      isOverloaded: waiting.busy_rooms > mostRoomsEach * Math.max(1, atWork.length),
      mine: minePart(loads.find(({ id }) => id === viewer.user?.id)),
    };
  }

  async transparency(): Promise<Transparency> {
    const since = startOfDay(Date.now() - transparencyDays * aDay * hourMs);
    const [published, waiting, sums, appeals] = await Promise.all([
      this.figures.published(transparencyDays),
      this.figures.waiting(undefined),
      this.figures.days(since),
      this.figures.appeals(transparencyDays * aDay),
    ]);
    const { passed, rejected, expired, withdrawn } = outcomesOf(sums);
    const { retracted, viewerSeconds } = marksOf(sums);
    return {
      at: new Date().toISOString(),
      since: new Date(published.since ?? since).toISOString(),
      published: published.entries,
      held: waiting.held + passed + rejected + expired + withdrawn,
      passed,
      rejected,
      expired,
      retracted,
      verdictTimes: timesOf(sums),
      rules: treatedOf(sums, mostRules),
      appeals,
      exposure: { viewerSeconds },
    };
  }

  private async moderatorsOf(loads: readonly Load[], atWork: readonly AtWork[]): Promise<QueueFigures['moderators']> {
    const names = await this.figures.namesOf(loads.map(({ id }) => id));
    const rooms = new Map(atWork.map((one) => [one.id, one.rooms]));
    return loads.map(({ id, decided, times: { p50Ms } }) => ({
      by: { id, name: names.get(id) ?? '' },
      decided,
      ...(p50Ms !== undefined && { p50Ms }),
      rooms: rooms.get(id) ?? 0,
    }));
  }
}

/** Days are Beijing's: that is how the store adds them up. */
const startOfDay = (at: number): Date => new Date(Math.floor((at + beijingMs) / (aDay * hourMs)) * aDay * hourMs - beijingMs);

function minePart(load: Load | undefined): QueueFigures['mine'] {
  const p50Ms = load?.times.p50Ms;
  return { decided: load?.decided ?? 0, ...(p50Ms !== undefined && { p50Ms }) };
}
