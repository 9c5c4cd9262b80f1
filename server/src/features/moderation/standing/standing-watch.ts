import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Outcome, Standing } from '@yunhui/contracts';
import { Door, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { HubError } from '../../../platform/hub-error.js';
import { Broadcast, type OutletSocket } from '../../../platform/realtime/index.js';
import { NewcomersService } from '../newcomers/newcomers.service.js';
import { StandingBook } from './standing-book.js';
import { StandingRepository } from './standing.repository.js';
import { holdsEverywhere, longest } from './standing.rules.js';

/**
 * Makes standing felt on open connections: who is muted or banned, or has something to be told, hears it at once. Who is
 * banned everywhere is cut, after the word why, and shut out at the door; a ban of less leaves the connection to the rest.
 */
@Injectable()
export class StandingWatch implements OnModuleInit {
  private readonly logger = new Logger(StandingWatch.name);

  constructor(
    private readonly book: StandingBook,
    private readonly repository: StandingRepository,
    private readonly broadcast: Broadcast,
    private readonly newcomers: NewcomersService,
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.door.post((viewer) => this.refuseBanned(viewer));
    this.book.onChanged((users) => void this.changed(users).catch((error: unknown) => this.logger.error(error)));
  }

  /** Told once to each new connection, if there is anything to tell. */
  async greet(socket: OutletSocket): Promise<void> {
    const { viewer } = socket.data;
    if (!viewer) return;
    const standing = await this.standingOf(viewer);
    if (standing) socket.emit('standing', standing);
  }

  private refuseBanned(viewer: Viewer): void {
    const ban = this.book.of(viewer).find((one) => one.kind === 'ban' && holdsEverywhere(one));
    if (!ban) return;
    this.newcomers.remember(viewer, ban);
    throw new HubError('account.banned');
  }

  private async changed(users: readonly string[]): Promise<void> {
    const about = new Set(users);
    const concerned = [...this.broadcast.sockets()].filter(({ data: { viewer } }) => viewer?.user && this.concerns(viewer, about));
    await Promise.all(concerned.map((socket) => this.tell(socket, about)));
  }

  /** Theirs by name, or by a browser that somebody of these was banned with. */
  private concerns(viewer: Viewer, about: ReadonlySet<string>): boolean {
    return about.has(viewer.user?.id ?? '') || this.book.of(viewer).some(({ user }) => about.has(user));
  }

  private async tell(socket: OutletSocket, about: ReadonlySet<string>): Promise<void> {
    const { viewer } = socket.data;
    if (!viewer) return;
    socket.emit('standing', (await this.standingOf(viewer)) ?? ({} satisfies Standing));
    const bans = this.book.of(viewer).filter(({ kind, user }) => kind === 'ban' && about.has(user));
    for (const ban of bans) this.newcomers.remember(viewer, ban);
    if (bans.some(holdsEverywhere)) this.broadcast.close(socket, { reason: 'banned' });
  }

  /** Nothing, when there is nothing to tell. */
  private async standingOf(viewer: Viewer): Promise<Standing | undefined> {
    const now = this.clock.now();
    const against = this.book.of(viewer);
    const [muted, banned] = [longest(against, 'mute', now), longest(against, 'ban', now)];
    const outcomes = await this.newsFor(viewer);
    if (!muted && !banned && outcomes.length === 0) return undefined;
    return {
      ...(muted && { muted: { until: muted.until, rule: muted.rule } }),
      ...(banned && { banned: { until: banned.until, rule: banned.rule } }),
      ...(outcomes.length > 0 && { outcomes }),
    };
  }

  private async newsFor(viewer: Viewer): Promise<Outcome[]> {
    if (!viewer.user || !this.book.hasNews(viewer)) return [];
    const outcomes = await this.repository.unseen(viewer.user.id).catch(() => []);
    if (outcomes.length === 0) this.book.told(viewer.user.id);
    return outcomes;
  }
}
