import { Inject, Injectable } from '@nestjs/common';
import type { ShownSetup, SignUp } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { NIL, v7 as uuid } from 'uuid';
import { CONFIG, type Config } from '../../config.js';
import { Audit } from '../../platform/audit/index.js';
import { hashOfToken, newToken } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { AccountDesk } from '../accounts/index.js';
import { type LinkRow, OneTimeLinksRepository } from '../filers/index.js';
import { StaffRepository } from './staff.repository.js';

const lifeMs = 86_400_000;

/**
 * How a hub that nobody operates comes to its first operator: whoever can read what its start says has the machine, so they are let in.
 * One link is good at a time, whichever process has made it last. OPERATOR_LINK has one made for who cannot sign in any more.
 */
@Injectable()
export class FirstOperator {
  constructor(
    private readonly staff: StaffRepository,
    private readonly links: OneTimeLinksRepository,
    private readonly accounts: AccountDesk,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** At each start of a process that answers people: the token of a link, or nothing where somebody operates the whole. Links of before end. */
  async offer(): Promise<string | undefined> {
    if (this.config.PROCESS === 'worker') return undefined;
    const [token, at] = [newToken(), this.clock.date()];
    const expiresAt = new Date(at.getTime() + lifeMs);
    return this.database.transaction(async (tx) => {
      const isWanted = await this.isWanted(tx);
      await this.links.revokeAllOf(tx, 'setup', at);
      if (!isWanted) return undefined;
      const issued = { issuedBy: NIL, issuedByName: 'hub', issuedAt: at, expiresAt };
      await this.links.add(tx, { id: uuid(), kind: 'setup', tokenSha256: hashOfToken(token), ...issued });
      await this.audit.record(tx, { who: 'hub', act: 'setup.offered', subject: 'CN' });
      return token;
    });
  }

  async look(token: string): Promise<ShownSetup> {
    const { expiresAt } = await this.require(token);
    return { expiresAt: shanghaiInstant(expiresAt.getTime()) };
  }

  /** Makes the account that operates the whole; its id. Of two at once one has it. */
  async setUp({ token, ...wanted }: SignUp): Promise<string> {
    const link = await this.require(token);
    const account = await this.accounts.prepare(wanted);
    const at = this.clock.date();
    return this.database.transaction(async (tx) => {
      if (!(await this.isWanted(tx))) throw new HubError('setup.unknown');
      const user = await this.accounts.add(tx, account, { role: 'operator', region: 'CN' });
      if (!(await this.links.use(tx, link.id, user, at))) throw new HubError('setup.unknown');
      await this.audit.record(tx, {
        who: user,
        act: 'role.given',
        subject: user,
        difference: { role: 'operator', region: 'CN', by: 'hub' },
      });
      return user;
    });
  }

  private async isWanted(tx: Transaction): Promise<boolean> {
    return !(await this.staff.isOperated(tx)) || this.config.OPERATOR_LINK === 'on';
  }

  private async require(token: string): Promise<LinkRow> {
    const row = await this.links.goodAt({ kind: 'setup', tokenSha256: hashOfToken(token) }, this.clock.date());
    if (!row) throw new HubError('setup.unknown');
    return row;
  }
}
