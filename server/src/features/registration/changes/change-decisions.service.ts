import { Injectable } from '@nestjs/common';
import type { ChangeProgramme, DeclineChange, Review, User } from '@yunhui/contracts';
import { differenceOf, formAfter } from '@yunhui/domain';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { HubError } from '../../../platform/hub-error.js';
import type { FilingRow } from '../filings.repository.js';
import { ProgrammeService } from '../publication/programme.service.js';
import { programmeEventOf } from '../publication/programme.rules.js';
import { ReviewDesk } from '../review/review-desk.js';
import { CameSecond, TransitionsService } from '../transitions.service.js';
import { ChangeRights } from './change-rights.js';
import { type ChangeRow, ChangesRepository } from './changes.repository.js';
import { movesAfter } from './changes.rules.js';

/** What reviewers make of what a host asked for, and what they and operators do at once. Of two one wins, and the other sees what they did. */
@Injectable()
export class ChangeDecisionsService {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly rights: ChangeRights,
    private readonly changes: ChangesRepository,
    private readonly programme: ProgrammeService,
    private readonly transitions: TransitionsService,
    private readonly clock: Clock,
  ) {}

  /** To the next level; at the last it is granted, and on the programme when nobody has taken that back. */
  async grant(viewer: Viewer, id: string, version: number): Promise<Review> {
    const { row, user, asked } = await this.take(viewer, id, version);
    const { level } = asked;
    const by = { user, as: 'reviewer' } as const;
    const scope = row.ladder[level] ?? row.home;
    if (level < row.ladder.length - 1)
      return this.settled(
        user,
        row,
        this.transitions.take(row, { event: 'endorse', by, scope, keep: { changeLevel: level + 1 } }, (tx) =>
          this.changes.raise(tx, asked.id, level + 1),
        ),
      );
    const settled = { state: 'granted', settledAt: this.clock.date(), grantedBy: { id: user.id, name: user.name } } as const;
    return this.settled(
      user,
      row,
      this.transitions.take(row, { event: 'grant', by, scope, keep: { changeLevel: null } }, (tx) =>
        this.changes.settle(tx, asked.id, settled),
      ),
    );
  }

  /** Everything stays as it is, and the host reads why. */
  async decline(viewer: Viewer, id: string, { version, reason }: DeclineChange): Promise<Review> {
    const { row, user, asked } = await this.take(viewer, id, version);
    const scope = row.ladder[asked.level] ?? row.home;
    const step = { event: 'decline', by: { user, as: 'reviewer' }, scope, reason, keep: { changeLevel: null } } as const;
    const settled = { state: 'declined', settledAt: this.clock.date() } as const;
    return this.settled(
      user,
      row,
      this.transitions.take(row, step, (tx) => this.changes.settle(tx, asked.id, settled)),
    );
  }

  /** Cancels, postpones or moves without being asked, and the public is told why. What the host has asked for meanwhile is overtaken. */
  async change(viewer: Viewer, id: string, { version, reason, change }: ChangeProgramme): Promise<Review> {
    const { row, user } = await this.seen(viewer, id, version);
    const standing = await this.rights.standingOf(row, user);
    if (!standing) throw new HubError('access.refused');
    const event = programmeEventOf(row.state, change);
    const after = formAfter(row.form, change, this.clock.now());
    if (!event) throw new HubError('filing.refused');
    if (!after) throw new HubError('session.unknown', { field: 'change.session' });
    const make = await this.programme.changing(row, { change, after, reason });
    const { as, scope } = standing;
    const at = this.clock.date();
    const keep = { form: after, changeLevel: null, movesAt: movesAfter(event, at) };
    const step = {
      event,
      by: { user, as },
      reason,
      keep,
      difference: differenceOf(row.form, after),
      ...(scope !== undefined && { scope }),
    };
    return this.settled(
      user,
      row,
      this.transitions.take(row, step, async (tx) => {
        await this.changes.overtake(tx, id, at);
        await make(tx);
      }),
    );
  }

  /** What its host asks for, as somebody has seen it who decides that. */
  private async take(viewer: Viewer, id: string, version: number): Promise<{ row: FilingRow; user: User; asked: ChangeRow }> {
    const { row, user } = await this.seen(viewer, id, version);
    const asked = (await this.changes.waitingFor([id])).get(id);
    if (asked?.state !== 'open') throw new HubError('filing.refused');
    if (!(await this.rights.mayGrant(row, user))) throw new HubError('access.refused');
    return { row, user, asked };
  }

  private async seen(viewer: Viewer, id: string, version: number): Promise<{ row: FilingRow; user: User }> {
    const { row, user } = await this.desk.readable(viewer, id);
    if (row.version !== version) throw await this.desk.collided('review.decided', id, user);
    return { row, user };
  }

  private async settled(user: User, row: FilingRow, taking: Promise<FilingRow>): Promise<Review> {
    const moved = await taking.catch(async (error: unknown) => {
      throw error instanceof CameSecond ? await this.desk.collided('review.decided', row.id, user) : error;
    });
    return this.desk.shown(moved, user);
  }
}
