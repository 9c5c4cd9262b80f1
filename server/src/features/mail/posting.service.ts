import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { waitAfter } from '../../platform/retries.rules.js';
import { InboxService } from '../inbox/index.js';
import { MailAddressesRepository } from './mail-addresses.repository.js';
import { MailLinks } from './mail-links.js';
import { isFinal, noticeLetter } from './mail.rules.js';
import { Mailer, mailsAtOnce } from './mailer.js';
import { type ClaimedMail, MailsRepository } from './mails.repository.js';

/** Longer than the server is waited for at each of its steps: a try that has not ended by then has died with its process. */
const countsAsLostMs = 120_000;
const keptMs = 30 * 24 * 3_600_000;

/** Writes notices to those who want them by mail, and sends what is due until it has arrived or is dead. */
@Injectable()
export class PostingService {
  private readonly logger = new Logger(PostingService.name);
  private sending: Promise<void> | undefined;

  constructor(
    private readonly inbox: InboxService,
    private readonly addresses: MailAddressesRepository,
    private readonly mails: MailsRepository,
    private readonly mailer: Mailer,
    private readonly links: MailLinks,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Once for each notice, however often it is heard of. Where no mail is sent, nothing is written either. */
  async write(notice: string): Promise<void> {
    const told = this.mailer.isOn ? await this.inbox.one(notice) : undefined;
    if (!told || !(await this.addresses.of(told.user))?.confirmedAt) return;
    await this.database.transaction(async (tx) => {
      const to = await this.addresses.held(tx, told.user);
      if (!to?.confirmedAt || !to.kinds.includes(told.kind)) return;
      const links = { link: this.links.toPage(told.path), ending: this.links.toEnd(to.ending) };
      const letter = noticeLetter(to.language, told, links);
      const { userId, address, ending } = to;
      await this.mails.add(tx, { id: uuid(), userId, notice, kind: told.kind, address, ...letter, ending, at: this.clock.date() });
    });
  }

  /** Sends until nothing is due any more. The clock comes again while a server lets us wait: who sends here already goes on by itself. */
  async sendDue(): Promise<void> {
    if (this.sending) return;
    this.sending = this.sendAll().finally(() => (this.sending = undefined));
    await this.sending;
  }

  /** That something arrived is of no use after a month. */
  async prune(): Promise<void> {
    const oldest = new Date(this.clock.now() - keptMs);
    while ((await this.mails.forgetSettled(oldest)) > 0);
  }

  /** No more than there are connections: what waited for one could count as lost, and be sent twice. */
  private async sendAll(): Promise<void> {
    while (this.mailer.isOn) {
      const now = this.clock.now();
      const claimed = await this.mails.claim(new Date(now), new Date(now + countsAsLostMs), mailsAtOnce);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((mail) => this.send(mail)));
    }
  }

  /** What cannot be written down counts as lost, and is tried again. */
  private async send(mail: ClaimedMail): Promise<void> {
    try {
      const { isSent, ...said } = await this.mailer.send(mail, mail.ending === null ? undefined : this.links.toEndByPost(mail.ending));
      const at = this.clock.date();
      const wait = isSent || isFinal(said) ? undefined : waitAfter(mail.attempts, Math.random());
      const state = isSent ? 'delivered' : wait === undefined ? 'dead' : 'waiting';
      const answer = { ...(said.code !== undefined && { code: said.code }) };
      const settled = { state, answer, ...(wait !== undefined && { dueAt: new Date(at.getTime() + wait) }) } as const;
      await this.database.transaction((tx) => this.mails.settle(tx, mail, settled, at));
    } catch (error) {
      this.logger.error(error);
    }
  }
}
