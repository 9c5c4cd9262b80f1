import { Injectable } from '@nestjs/common';
import type { MailState, SentAgain, SentMail, SentMailPage, User } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { Audit } from '../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { readTime, writtenTime } from '../../platform/cursor.js';
import { Database } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { maskedAddress } from './mail.rules.js';
import { Mailer } from './mailer.js';
import { type MailRow, MailsRepository } from './mails.repository.js';

const pageSize = 30;

/** Whether mail arrives, for whoever keeps the hub running; whom it is for and what it says is not theirs to read. */
@Injectable()
export class MailDeskService {
  constructor(
    private readonly mails: MailsRepository,
    private readonly mailer: Mailer,
    private readonly regions: RegionTree,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, { state, cursor }: { state?: MailState; cursor?: string }): Promise<SentMailPage> {
    this.mustKeep(viewer, 'read');
    const after = cursor === undefined ? undefined : readTime(cursor);
    const rows = await this.mails.page(state, after, pageSize + 1);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      offered: this.mailer.isOn,
      items: rows.slice(0, pageSize).map(toSentMail),
      ...(last && { next: writtenTime({ at: last.at.toISOString(), id: last.id }) }),
    };
  }

  async sendAgain(viewer: Viewer, id: string): Promise<void> {
    const user = this.mustKeep(viewer, 'steer');
    if ((await this.again(user, id, this.clock.date())) === 0) throw new HubError('delivery.unknown');
  }

  /** The same of all that are dead; what dies of them at once is left to the next press. */
  async sendDeadAgain(viewer: Viewer): Promise<SentAgain> {
    const user = this.mustKeep(viewer, 'steer');
    const at = this.clock.date();
    let sent = 0;
    for (;;) {
      const many = await this.again(user, undefined, at);
      if (many === 0) return { sent };
      sent += many;
    }
  }

  private async again(user: User, id: string | undefined, at: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      const dead = await this.mails.sendAgain(tx, id, at);
      if (dead > 0) await this.audit.record(tx, { who: user.id, act: 'mail.sent-again', subject: id ?? 'all', difference: { dead } });
      return dead;
    });
  }

  private mustKeep(viewer: Viewer, action: 'read' | 'steer'): User {
    return whoMay(viewer, { action, on: 'Operations', region: 'CN' }, this.regions.pathOf);
  }
}

function toSentMail({ id, kind, address, at, state, attempts, triedAt, dueAt, answer }: MailRow): SentMail {
  return {
    id,
    kind,
    address: maskedAddress(address),
    at: written(at),
    state,
    attempts,
    ...(triedAt && { triedAt: written(triedAt) }),
    ...(state === 'waiting' && { nextAt: written(dueAt) }),
    ...(answer && { answer }),
  };
}

const written = (at: Date): string => shanghaiInstant(at.getTime());
