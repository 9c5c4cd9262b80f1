import { Injectable } from '@nestjs/common';
import type { ReturnReason, User } from '@yunhui/contracts';
import { advance, type Mover, type WorkflowEvent } from '@yunhui/domain';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { HubError } from '../../platform/hub-error.js';
import { FilingHistoryRepository, type StepRow } from './filing-history.repository.js';
import { FilingNews } from './filing-news.js';
import { type FilingChange, type FilingRow, FilingsRepository } from './filings.repository.js';
import { ReviewHints } from './review-hints.js';

/** Somebody moves a filing: by which event of the workflow, as what, and what goes with it. */
export type Step = {
  event: WorkflowEvent;
  by: { user: Pick<User, 'id' | 'name'>; as: Mover };
  /** The level whose reviewer takes it; of an escalated filing it may be the next above. */
  decidedAt?: number;
  /** The scope it is taken for, where that is not the level's: of an objection, or of a change at once. */
  scope?: string;
  reason?: string;
  /** Of a return. */
  reasons?: readonly ReturnReason[];
  /** Of a submission: what it waits for from now on. */
  submission?: Required<Pick<FilingChange, 'home' | 'ladder' | 'joint' | 'publishBy' | 'escalatesAt'>>;
  /** What else is another of it from now on. */
  keep?: Pick<FilingChange, 'form' | 'changeLevel' | 'movesAt'>;
  /** What its host has asked for is done. */
  asked?: true;
  /** For the audit. */
  difference?: unknown;
};

/** Rolls a step back before which somebody else took one. */
export class CameSecond extends Error {}

/**
 * The one way in which a filing changes its state: what the workflow's table allows, by compare-and-set on the version it
 * was read with, in one transaction with its step, its row in the audit and its fact. The desks hear of it after the commit.
 */
@Injectable()
export class TransitionsService {
  constructor(
    private readonly database: Database,
    private readonly filings: FilingsRepository,
    private readonly history: FilingHistoryRepository,
    private readonly audit: Audit,
    private readonly facts: Facts,
    private readonly hints: ReviewHints,
    private readonly news: FilingNews,
    private readonly clock: Clock,
  ) {}

  /** Takes a step, with `also` in the same transaction, and answers the filing as it is then. Throws `CameSecond` when somebody was first. */
  async take(read: FilingRow, step: Step, also?: (tx: Transaction) => Promise<void>): Promise<FilingRow> {
    const isApproval = step.event === 'pass' || step.event === 'approve';
    const level = isApproval ? (step.decidedAt ?? read.level) : read.level;
    const verdict = advance({ state: read.state, level }, step.event, {
      by: step.by.as,
      levels: (step.submission?.ladder ?? read.ladder).length,
    });
    if (!verdict.allowed) throw new HubError('filing.refused');
    const at = this.clock.date();
    const round = step.submission ? read.round + 1 : read.round;
    const change = { ...verdict.next, ...step.keep, ...(step.submission && { ...step.submission, round, submittedAt: at }) };
    const moved = await this.database.transaction(async (tx) => {
      const row = await this.filings.move(tx, read, change, at);
      if (!row) throw new CameSecond();
      if (step.submission) await this.history.addSnapshot(tx, read.id, round, row.form, at);
      if (step.reasons) await this.history.addReasons(tx, read.id, round, step.reasons);
      await also?.(tx);
      await this.note(tx, { read, moved: row, step, at });
      await this.news.tell(tx, step, row);
      return row;
    });
    this.hints.tell(step.event, moved);
    return moved;
  }

  /** Takes one's own last decision back, while `mayUndo` says so of it and nobody has acted since; `also` says what else is as it was before. */
  async undo(
    read: FilingRow,
    user: Pick<User, 'id' | 'name'>,
    mayUndo: (last: StepRow) => boolean,
    also: (tx: Transaction, last: StepRow) => Promise<Step['keep']>,
  ): Promise<FilingRow> {
    const at = this.clock.date();
    const moved = await this.database.transaction(async (tx) => {
      const last = await this.history.lastStep(tx, read.id);
      if (!last || last.version !== read.version || !mayUndo(last)) throw new CameSecond();
      const verdict = advance(read, 'undo', { by: 'reviewer', levels: read.ladder.length, before: last.level });
      if (!verdict.allowed) throw new CameSecond();
      const row = await this.filings.move(tx, read, { ...verdict.next, ...(await also(tx, last)) }, at);
      if (!row) throw new CameSecond();
      if (last.event === 'return') await this.history.forgetReasons(tx, read.id, read.round);
      await this.note(tx, { read, moved: row, step: { event: 'undo', by: { user, as: 'reviewer' }, decidedAt: last.level }, at });
      return row;
    });
    this.hints.tell('undo', moved);
    return moved;
  }

  /** A step keeps the level it was taken from: there it goes back to when it is taken back. */
  private async note(
    tx: Transaction,
    { read, moved, step, at }: { read: FilingRow; moved: FilingRow; step: Step; at: Date },
  ): Promise<void> {
    const { event, by, reason = null, reasons, decidedAt = read.level } = step;
    const { level } = read;
    const scope = by.as === 'reviewer' ? (step.scope ?? read.ladder[decidedAt] ?? null) : null;
    const states = { from: read.state, to: moved.state };
    const who = { byId: by.user.id, byName: by.user.name };
    const { version, round } = moved;
    await this.history.addStep(tx, { filing: read.id, version, event, ...states, ...who, level, round, scope, at, reason });
    const difference = {
      level,
      round,
      ...(scope !== null && { scope }),
      ...(reasons && { reasons }),
      ...(step.difference !== undefined && { changes: step.difference }),
    };
    await this.audit.record(tx, { who: by.user.id, act: `filing.${event}`, subject: read.id, ...states, reason, difference });
    await this.facts.record(tx, { name: 'filing.moved', key: read.id, version });
  }
}
