import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@yunhui/contracts';
import type { WorkflowEvent } from '@yunhui/domain';
import type { Transaction } from '../../platform/database/index.js';
import { InboxService } from '../inbox/index.js';
import { FilersService } from '../organizations/index.js';
import type { FilingRow } from './filings.repository.js';

/** What its host is to hear of. Steps of one level to the next are not: they ask nothing of them. */
const kindOf: { [Event in WorkflowEvent]?: NoticeKind } = {
  return: 'filing.returned',
  object: 'filing.returned',
  clash: 'filing.returned',
  approve: 'filing.approved',
  publish: 'filing.published',
  unlock: 'supplement.unlocked',
  grant: 'change.granted',
  decline: 'change.declined',
  cancel: 'filing.cancelled',
  postpone: 'filing.postponed',
  change: 'filing.changed',
  reschedule: 'filing.changed',
};

/** A step as people hear of it. */
type Told = { event: WorkflowEvent; asked?: true };

/** Tells everybody who files for the unit what has become of a filing, in the transaction of the step. */
@Injectable()
export class FilingNews {
  constructor(
    private readonly inbox: InboxService,
    private readonly filers: FilersService,
  ) {}

  /** What its host asked for they heard of when it was granted: that it is done now is no news. */
  async tell(tx: Transaction, { event, asked }: Told, filing: FilingRow): Promise<void> {
    const kind = kindOf[event];
    if (kind && !asked) await this.say(tx, kind, filing);
  }

  /** What is told of it besides its steps. */
  async say(tx: Transaction, kind: NoticeKind, { id, organization, form }: FilingRow): Promise<void> {
    const users = await this.filers.usersOf(tx, organization);
    const page = kind.startsWith('supplement.') ? '/supplement' : '';
    await this.inbox.tell(tx, users, { kind, title: form.title, path: `/host/filings/${id}${page}` });
  }
}
