import { Injectable } from '@nestjs/common';
import type { ChangePassword } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import type { Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { AccountDesk } from '../account-desk.service.js';
import { AccountsService } from '../accounts.service.js';

/** The password of whoever is signed in. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly desk: AccountDesk,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes it for who knows the one that holds: a sign-in that somebody else has taken is not enough. Tries are counted as those of
   * signing in are. Whoever else is in the account is out: cookies at once, sockets within 2 s.
   */
  async change(viewer: Viewer, { password, newPassword }: ChangePassword): Promise<void> {
    const { user, signInId } = viewer;
    if (!user || signInId === undefined) throw new HubError('ticket.missing');
    const card = await this.desk.cardOf(user.id);
    if (!card) throw new HubError('access.refused'); // a guest has no password
    await this.desk.changePassword(card, {
      prove: () => this.accounts.prove(viewer, password),
      password: newPassword,
      kept: signInId,
      also: (tx) => this.audit.record(tx, { who: user.id, act: 'password.changed', subject: user.id }),
    });
  }
}
