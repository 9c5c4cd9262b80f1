import { Injectable } from '@nestjs/common';
import type { BroughtCode, GivePhone, OwnPhone, SentCode } from '@yunhui/contracts';
import { maskedPhone, phoneFrom } from '@yunhui/domain';
import { Audit } from '../../../platform/audit/index.js';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { accountOf } from '../account-of.js';
import { AccountsService } from '../accounts.service.js';
import { OtherWays } from '../other-ways.js';
import { PhoneCodes } from './phone-codes.js';
import { PhoneVerifier } from './phone-verifier.js';
import { PhonesRepository } from './phones.repository.js';

/** The number that an account signs in by, for its owner. The audit has that it was given, and never which it is. */
@Injectable()
export class PhonesService {
  constructor(
    private readonly phones: PhonesRepository,
    private readonly codes: PhoneCodes,
    private readonly verifier: PhoneVerifier,
    private readonly accounts: AccountsService,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    otherWays: OtherWays,
  ) {
    otherWays.endBy((tx, userId) => this.end(tx, userId, '设了新密码'));
  }

  async of(viewer: Viewer): Promise<OwnPhone> {
    const { user } = viewer;
    const phone = this.verifier.isOn && user?.kind === 'account' ? await this.phones.of(user.id) : undefined;
    return { offered: this.verifier.isOn, ...(phone !== undefined && { phone: maskedPhone(phone) }) };
  }

  /** Sends a code there. The one of before stays until that code has come back. */
  async give(viewer: Viewer, { phone: text, password }: GivePhone): Promise<SentCode> {
    this.verifier.mustBeOn();
    const phone = knownPhone(text);
    const { id } = await this.accounts.prove(viewer, password);
    const { sent, code } = await this.codes.issue(viewer, { purpose: 'confirm', phone, userId: id });
    await this.verifier.send(phone, code);
    return sent;
  }

  /** Whoever brings the code has the phone. That another account has it too is told to nobody else. */
  async confirm(viewer: Viewer, brought: BroughtCode): Promise<OwnPhone> {
    const { id } = accountOf(viewer);
    const { phone, userId } = await this.codes.redeem(viewer, 'confirm', brought);
    if (userId !== id) throw new HubError('phone.code-spent', { field: 'code' }); // another account asked for it
    const at = this.clock.date();
    await this.database.transaction(async (tx) => {
      await this.accounts.hold(tx, viewer);
      if (!(await this.phones.keep(tx, id, phone, at))) throw new HubError('phone.taken');
      await this.audit.record(tx, { who: id, act: 'phone.confirmed', subject: id });
    });
    return this.of(viewer);
  }

  async forget(viewer: Viewer): Promise<OwnPhone> {
    const { id } = accountOf(viewer);
    await this.database.transaction((tx) => this.end(tx, id));
    return this.of(viewer);
  }

  private async end(tx: Transaction, userId: string, reason?: string): Promise<void> {
    if (!(await this.phones.remove(tx, userId))) return;
    await this.audit.record(tx, { who: userId, act: 'phone.removed', subject: userId, ...(reason && { reason }) });
  }
}

/** The number as it is kept; what is none is sent nothing. */
export function knownPhone(text: string): string {
  const phone = phoneFrom(text);
  if (phone === undefined) throw new HubError('phone.refused', { field: 'phone' });
  return phone;
}
