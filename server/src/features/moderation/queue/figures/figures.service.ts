import { Injectable } from '@nestjs/common';
import type { QueueFigures, Transparency, VerdictTimes } from '@yunhui/contracts';
import type { Viewer } from '../../../../platform/auth/index.js';
import { Scopes } from '../../scopes.js';
import { FiguresRepository, type LoadRow, type Outcomes } from './figures.repository.js';

const hourMs = 3_600_000;
const aDay = 24;
const transparencyDays = 30;
const mostRules = 100;
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
    const [waiting, outcomes, rules, marks, loads, appeals] = await Promise.all([
      this.figures.waiting(within),
      this.figures.outcomes(within, aDay),
      this.figures.rules(within, aDay, mostRules),
      this.figures.marks(within, aDay),
      this.figures.loads(within, aDay),
      this.figures.appeals(aDay),
    ]);
    const { passed, rejected, expired, withdrawn } = outcomes;
    return {
      at: new Date().toISOString(),
      since: new Date(Date.now() - aDay * hourMs).toISOString(),
      held: waiting.held,
      ...(waiting.oldest_ms !== null && { oldestMs: Math.round(waiting.oldest_ms) }),
      verdictTimes: timesOf(outcomes),
      decided: { passed, rejected, expired, withdrawn, undone: marks.undone },
      collisions: marks.collisions,
      appeals,
      rules,
      exposure: { retracted: marks.retracted, viewerSeconds: Math.round(marks.viewer_seconds) },
      moderators: loads.map(({ id, name, ...load }) => ({ by: { id, name: name ?? '' }, ...loadOf(load) })),
      busyRooms: waiting.busy_rooms,
      isOverloaded: waiting.busy_rooms > mostRoomsEach * Math.max(1, loads.filter(({ rooms }) => rooms > 0).length),
      mine: minePart(loads.find(({ id }) => id === viewer.user?.id)),
    };
  }

  async transparency(): Promise<Transparency> {
    const hours = transparencyDays * aDay;
    const [published, waiting, outcomes, rules, marks, appeals] = await Promise.all([
      this.figures.published(transparencyDays),
      this.figures.waiting(undefined),
      this.figures.outcomes(undefined, hours),
      this.figures.treated(hours, mostRules),
      this.figures.marks(undefined, hours),
      this.figures.appeals(hours),
    ]);
    const { passed, rejected, expired, withdrawn } = outcomes;
    return {
      at: new Date().toISOString(),
      since: new Date(published.since ?? Date.now() - hours * hourMs).toISOString(),
      published: published.entries,
      held: waiting.held + passed + rejected + expired + withdrawn,
      passed,
      rejected,
      expired,
      retracted: marks.retracted,
      verdictTimes: timesOf(outcomes),
      rules,
      appeals,
      exposure: { viewerSeconds: Math.round(marks.viewer_seconds) },
    };
  }
}

function timesOf({ p50_ms, p95_ms }: Pick<Outcomes, 'p50_ms' | 'p95_ms'>): VerdictTimes {
  return { ...(p50_ms !== null && { p50Ms: Math.round(p50_ms) }), ...(p95_ms !== null && { p95Ms: Math.round(p95_ms) }) };
}

function loadOf({ decided, p50_ms, rooms }: Omit<LoadRow, 'id' | 'name'>): { decided: number; p50Ms?: number; rooms: number } {
  return { decided, ...(p50_ms !== null && { p50Ms: Math.round(p50_ms) }), rooms };
}

function minePart(load: LoadRow | undefined): QueueFigures['mine'] {
  if (!load) return { decided: 0 };
  const { rooms: _, ...mine } = loadOf(load);
  return mine;
}
