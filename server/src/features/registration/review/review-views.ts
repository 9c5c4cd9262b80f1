import { Injectable } from '@nestjs/common';
import type { Review, ReviewCard, User } from '@yunhui/contracts';
import { daysLeft, differenceOf, shanghaiDayOf, shanghaiInstant, wasPublished } from '@yunhui/domain';
import { Clock } from '../../../platform/clock.js';
import { FilersService } from '../../organizations/index.js';
import { ChangeRights } from '../changes/change-rights.js';
import { FilingFindingsService } from '../filing-findings.service.js';
import { FilingHistoryRepository } from '../filing-history.repository.js';
import { FilingViews, toStep } from '../filing-views.js';
import type { FilingRow } from '../filings.repository.js';
import { type ClaimRow, ReviewClaimsRepository } from './claims.repository.js';
import { decidingLevel, isEscalated, isOnLadder, objectingScope, undoUntil } from './review.rules.js';
import { ScoresRepository } from './scores.repository.js';

/** Filings as reviewers see them. */
@Injectable()
export class ReviewViews {
  constructor(
    private readonly views: FilingViews,
    private readonly history: FilingHistoryRepository,
    private readonly findings: FilingFindingsService,
    private readonly claims: ReviewClaimsRepository,
    private readonly scores: ScoresRepository,
    private readonly filers: FilersService,
    private readonly rights: ChangeRights,
    private readonly clock: Clock,
  ) {}

  /** The level at which somebody decides it now; nothing when they do not, as of what their own units file. */
  async levelOf(row: FilingRow, user: User): Promise<number | undefined> {
    const level = decidingLevel(row, user.grants, this.clock.now());
    return level === undefined || (await this.isOwn(row, user)) ? undefined : level;
  }

  /** Whether somebody reviews at a level of its ladder, whosever turn it is, and does not file it themselves. */
  async mayScore(row: FilingRow, user: User): Promise<boolean> {
    return isOnLadder(row, user.grants) && !(await this.isOwn(row, user));
  }

  private async isOwn({ organization }: FilingRow, { id }: User): Promise<boolean> {
    return (await this.filers.standingsOf(id)).has(organization);
  }

  /** The region for which somebody may object to it now. */
  async objectingScope(row: FilingRow, user: User): Promise<string | undefined> {
    return objectingScope(row, user.grants, await this.history.steps(row.id));
  }

  async cards(rows: readonly FilingRow[], user: User): Promise<ReviewCard[]> {
    const now = this.clock.now();
    const ids = rows.map(({ id }) => id);
    const [cards, claims, own] = await Promise.all([
      this.views.cards(rows),
      this.claims.of(ids, new Date(now)),
      this.filers.keysOf(user.id),
    ]);
    return cards.flatMap((card, at) => {
      const row = rows[at];
      if (!row) return [];
      const mayDecide = !own.includes(row.organization) && decidingLevel(row, user.grants, now) !== undefined;
      return { ...card, ...standingOf(row, now), mayDecide, ...claimOf(claims.get(row.id)) };
    });
  }

  /** All of it: as it was handed in, whatever its host writes meanwhile, or as it was published; and what is new since it came back. */
  async whole(row: FilingRow, user: User): Promise<Review> {
    const { id, round, version, state } = row;
    const [[card], steps, now, before, returnedFor, mayScore, published, mayGrant, standing] = await Promise.all([
      this.cards([row], user),
      this.history.steps(id),
      this.history.snapshot(id, round),
      round > 1 ? this.history.snapshot(id, round - 1) : undefined,
      this.history.reasons(id, state === 'returned' ? round : round - 1),
      this.mayScore(row, user),
      this.views.published(row),
      this.rights.mayGrant(row, user),
      this.rights.standingOf(row, user),
    ]);
    if (!card) throw new Error('a filing without a card');
    const handedIn = now ?? row.form;
    const form = wasPublished(state) ? row.form : handedIn;
    const until = undoUntil(steps.at(-1), user.id, version);
    return {
      ...card,
      title: form.title,
      form,
      steps: steps.map(toStep),
      findings: await this.findings.of(row, form),
      changes: before ? differenceOf(before, handedIn) : [],
      returnedFor,
      ...(mayScore && { scores: await this.scores.of(id, user.id) }),
      mayObject: objectingScope(row, user.grants, steps) !== undefined,
      ...published,
      ...(mayGrant && { mayGrant }),
      ...(standing && { mayChange: true }),
      ...(until !== undefined && until > this.clock.now() && { undoUntil: shanghaiInstant(until) }),
    };
  }
}

function standingOf(row: FilingRow, now: number): Pick<ReviewCard, 'isResubmitted' | 'isEscalated' | 'daysLeft'> {
  const left = row.publishBy === null ? {} : { daysLeft: daysLeft(shanghaiDayOf(now), row.publishBy) };
  return { isResubmitted: row.round > 1, isEscalated: isEscalated(row, now), ...left };
}

function claimOf(claim: ClaimRow | undefined): Pick<ReviewCard, 'claim'> {
  return claim ? { claim: { by: { id: claim.byId, name: claim.byName }, until: shanghaiInstant(claim.until.getTime()) } } : {};
}
