import { Injectable } from '@nestjs/common';
import type { Grant } from '@yunhui/contracts';
import { isGoodPassword, judgeDisplayName } from '@yunhui/domain';
import { SignIns } from '../../platform/auth/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { type AccountCard, AccountsRepository } from './accounts.repository.js';
import { OtherWays } from './other-ways.js';
import { Passwords } from './passwords.js';

/** An account that is about to be, judged and with its password hashed. */
type NewAccount = { login: string; name: string; passwordHash: string };
/** A password for one that is known. `prove` throws when it is not. */
type PasswordChange = { prove: () => Promise<unknown>; password: string; kept: string; also: (tx: Transaction) => Promise<void> };

/** Accounts for features that let people in: who proved to be allowed one gets it, or a new password. They decide who that is. */
@Injectable()
export class AccountDesk {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly signIns: SignIns,
    private readonly otherWays: OtherWays,
  ) {}

  /** Judges what somebody wants to be called and their password. It takes its time, so it comes before any transaction. */
  async prepare({ login, name, password }: { login: string; name: string; password: string }): Promise<NewAccount> {
    const verdict = judgeDisplayName(name);
    if (!verdict.ok) throw new HubError('name.refused', { field: 'name' });
    return { login, name: verdict.name, passwordHash: await this.hashOf(password, login) };
  }

  /** Makes the account; its id. */
  async add(tx: Transaction, account: NewAccount, grant: Grant): Promise<string> {
    const id = await this.accounts.addGranted(tx, account, grant);
    if (id === undefined) throw new HubError('login.taken', { field: 'login' });
    return id;
  }

  async cardOf(userId: string): Promise<AccountCard | undefined> {
    return (await this.cardsOf([userId]))[0];
  }

  async cardsOf(userIds: readonly string[]): Promise<AccountCard[]> {
    return this.accounts.cardsOf(userIds);
  }

  /**
   * Sets a new password, with `also` in the same transaction, and ends every sign-in of before and every other way in: whoever
   * had the old one is out.
   */
  async setPassword({ id, login }: AccountCard, password: string, also: (tx: Transaction) => Promise<void>): Promise<void> {
    const passwordHash = await this.hashOf(password, login);
    await this.signIns.closeAll(id, {
      also: async (tx) => {
        await this.accounts.setPassword(id, passwordHash, tx); // first: whoever changes an account locks it before its links
        await also(tx);
        await this.otherWays.endAll(tx, id);
      },
    });
  }

  /**
   * Sets a new password in place of the one that `prove` asks for, with `also` in the same transaction, and ends every sign-in but
   * the one that is `kept`. Other ways in stay: they may be all that the owner has left when it is another who changes it. What was
   * proved must still hold then: of two who change it at once the second is refused.
   */
  async changePassword({ id, login }: AccountCard, { prove, password, kept, also }: PasswordChange): Promise<void> {
    const before = await this.accounts.credentialsOf(login);
    await prove();
    const passwordHash = await this.hashOf(password, login);
    await this.signIns.closeAll(id, {
      kept,
      also: async (tx) => {
        const isChanged = before && (await this.accounts.replacePassword(tx, id, { from: before.passwordHash, to: passwordHash }));
        if (!isChanged) throw new HubError('sign-in.refused');
        await also(tx);
      },
    });
  }

  private async hashOf(password: string, login: string): Promise<string> {
    if (!isGoodPassword(password, login)) throw new HubError('password.refused', { field: 'password' });
    return this.passwords.hash(password);
  }
}
