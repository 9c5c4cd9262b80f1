import { Injectable } from '@nestjs/common';
import { type ChooseMail, type ConfirmedMail, type GiveAddress, type MailSettings, NoticeKind, type User } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import { hashOfToken, newToken, type Viewer } from '../../platform/auth/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { Limits } from '../../platform/limits/index.js';
import { MailAddressesRepository } from './mail-addresses.repository.js';
import { MailLinks } from './mail-links.js';
import { confirmLetter, maskedAddress } from './mail.rules.js';
import { Mailer } from './mailer.js';
import { MailsRepository } from './mails.repository.js';

const confirmWithinMs = 24 * 3_600_000;

/**
 * Where an account is written to: nothing goes to an address but one link, until whoever reads there has followed it. What one
 * wants is changed before what is unsent is forgotten: a letter that is just being written is forgotten too, or never is.
 */
@Injectable()
export class MailSettingsService {
  constructor(
    private readonly addresses: MailAddressesRepository,
    private readonly mails: MailsRepository,
    private readonly mailer: Mailer,
    private readonly links: MailLinks,
    private readonly limits: Limits,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer): Promise<MailSettings> {
    const row = await this.addresses.of(accountOf(viewer).id);
    const offered = this.mailer.isOn;
    if (!row) return { offered, confirmed: false, kinds: [...NoticeKind.options] };
    const { address, confirmedAt, kinds, language } = row;
    return { offered, address, confirmed: confirmedAt !== null, kinds, language };
  }

  /** Sends a link there. The audit has that it was done, and not which address it is. */
  async give(viewer: Viewer, { address, language }: GiveAddress): Promise<MailSettings> {
    const { id: userId } = accountOf(viewer);
    if (!this.mailer.isOn) throw new HubError('mail.off');
    await this.limits.consume('mail.address', viewer, userId);
    const [token, at] = [newToken(), this.clock.date()];
    const given = { userId, address, language, kinds: [...NoticeKind.options], ending: newToken() };
    const good = { tokenSha256: hashOfToken(token), tokenUntil: new Date(at.getTime() + confirmWithinMs) };
    const letter = confirmLetter(language, this.links.toConfirm(token));
    await this.database.transaction(async (tx) => {
      await this.addresses.give(tx, { ...given, ...good });
      await this.mails.forgetUnsent(tx, userId, []);
      await this.mails.add(tx, { id: uuid(), userId, kind: 'address.confirm', address, ...letter, at });
      await this.audit.record(tx, { who: userId, act: 'mail.address-given', subject: userId });
    });
    return this.of(viewer);
  }

  async confirm(token: string): Promise<ConfirmedMail> {
    const address = await this.database.transaction(async (tx) => {
      const row = await this.addresses.confirm(tx, hashOfToken(token), this.clock.date());
      if (!row) throw new HubError('mail.link-unknown');
      await this.audit.record(tx, { who: row.userId, act: 'mail.address-confirmed', subject: row.userId });
      return row.address;
    });
    return { address: maskedAddress(address) };
  }

  async choose(viewer: Viewer, { kinds, language }: ChooseMail): Promise<MailSettings> {
    const { id } = accountOf(viewer);
    await this.database.transaction(async (tx) => {
      const row = await this.addresses.choose(tx, id, { kinds: [...new Set(kinds)], language });
      if (!row) throw new HubError('mail.no-address');
      if (row.confirmedAt) await this.mails.forgetUnsent(tx, id, row.kinds);
    });
    return this.of(viewer);
  }

  async forget(viewer: Viewer): Promise<MailSettings> {
    const { id } = accountOf(viewer);
    await this.database.transaction(async (tx) => {
      if (await this.addresses.forget(tx, id)) await this.audit.record(tx, { who: id, act: 'mail.address-removed', subject: id });
      await this.mails.forgetUnsent(tx, id, []);
    });
    return this.of(viewer);
  }

  /** By the link that is in every mail: it ends all mail at once. Who follows one of a forgotten address has what they want already. */
  async end(ending: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await this.addresses.end(tx, ending);
      if (!row) return;
      await this.mails.forgetUnsent(tx, row.userId, []);
      await this.audit.record(tx, { who: row.userId, act: 'mail.ended', subject: row.userId });
    });
  }
}

function accountOf({ user }: Viewer): User {
  if (!user) throw new HubError('ticket.missing');
  if (user.kind !== 'account') throw new HubError('access.refused');
  return user;
}
