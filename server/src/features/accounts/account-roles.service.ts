import { Injectable } from '@nestjs/common';
import type { Grant } from '@yunhui/contracts';
import { Revocations } from '../../platform/auth/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { AccountsRepository } from './accounts.repository.js';

/** An account, and which version of its grants somebody has judged by. */
type AsRead = { id: string; grantsVersion: number | undefined };
/** `by`: whose grants allow it; nobody's where a link does. */
type Given = { to: string; grant: Grant; by?: AsRead };
type Taken = { from: string; grant: Grant; by: AsRead };

/** Who operates the whole: one of them is always left, for nobody else could make another. */
const operatesAll = ({ role, region }: Grant): boolean => role === 'operator' && region === 'CN';

/**
 * What accounts may do, given and taken away: in force with the commit, at sockets and sign-ins within 2 s. Features decide who
 * gives what; here only what they have judged by is held to.
 */
@Injectable()
export class AccountRoles {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly database: Database,
    private readonly revocations: Revocations,
  ) {}

  /** From now on an account may do this too, with `also` in the same transaction, which is done as well when it could before. */
  async give({ to, grant, by }: Given, also: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.change(to, async (tx) => {
      await this.judgedBy(tx, by, to);
      const isNew = await this.accounts.addGrant(tx, to, grant);
      await also(tx);
      return isNew;
    });
  }

  /** Takes a grant away, with `also` in the same transaction. Of two who take each other's one is first; the other has no say any more. */
  async take({ from, grant, by }: Taken, also: (tx: Transaction, version: number) => Promise<void>): Promise<void> {
    await this.change(from, async (tx) => {
      const version = await this.judgedBy(tx, by, from);
      const holders = await this.accounts.holdersOf(tx, grant);
      if (!holders.includes(from)) throw new HubError('role.unknown');
      if (operatesAll(grant) && holders.length === 1) throw new HubError('role.last-operator');
      await this.accounts.removeGrant(tx, from, grant);
      await also(tx, version + 1);
      return true;
    });
  }

  /** Refuses what was judged by other grants than an account has now; until the transaction ends they stay as they are. */
  async mustBeAsRead(tx: Transaction, accounts: readonly AsRead[]): Promise<void> {
    const ids = accounts.map(({ id }) => id);
    const versions = await this.accounts.lock(tx, ids);
    if (accounts.some(({ id, grantsVersion }) => versions.get(id) !== grantsVersion)) throw new HubError('access.refused');
  }

  /** Locks whose grants change together with who decides that, who must be as they were read; the version of the former. */
  private async judgedBy(tx: Transaction, by: AsRead | undefined, whose: string): Promise<number> {
    const versions = await this.accounts.lock(tx, by ? [by.id, whose] : [whose]);
    if (by && versions.get(by.id) !== by.grantsVersion) throw new HubError('access.refused');
    return versions.get(whose) ?? 0;
  }

  private async change(userId: string, make: (tx: Transaction) => Promise<boolean>): Promise<void> {
    const number = await this.database.transaction(async (tx) => ((await make(tx)) ? this.accounts.noteChange(tx, userId) : undefined));
    if (number !== undefined) await this.revocations.announce(number);
  }
}
