import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Grant, Role } from '@yunhui/contracts';
import { CONFIG, type Config } from '../../config.js';
import { whenReached } from '../../platform/database/index.js';
import { AccountsRepository } from './accounts.repository.js';
import { newPassword, Passwords } from './passwords.js';

/** One account of the demo. `password` is there only at the start that made it. */
export type DemoAccount = { login: string; role: Role; password?: string };

const seeded: { login: string; name: string; grant: Grant }[] = [
  { login: 'host', name: '示例主播', grant: { role: 'host', region: '450000' } },
  { login: 'reviewer', name: '示例审核人', grant: { role: 'reviewer', region: 'CN' } },
  // The ladder of 横州市: each level is decided by who reviews that very level.
  { login: 'county', name: '示例县级审核人', grant: { role: 'reviewer', region: '450181' } },
  { login: 'city', name: '示例市级审核人', grant: { role: 'reviewer', region: '450100' } },
  { login: 'province', name: '示例自治区审核人', grant: { role: 'reviewer', region: '450000' } },
  { login: 'province2', name: '示例自治区审核人乙', grant: { role: 'reviewer', region: '450000' } }, // of two who decide at once, one comes second
  { login: 'moderator', name: '示例审核员', grant: { role: 'moderator', region: 'CN' } },
  { login: 'moderator2', name: '示例审核员乙', grant: { role: 'moderator', region: 'CN' } }, // an appeal goes to another one
  { login: 'operator', name: '示例主办方', grant: { role: 'operator', region: 'CN' } },
];

/**
 * The demo's accounts, each with its own password. They exist only where DEMO is on, which the
 * settings refuse for a hub with a database of its own that others can reach.
 */
@Injectable()
export class DemoAccounts {
  /** Where later starts can send whoever has forgotten the passwords. */
  readonly list: string;

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.list = join(config.DATA_DIR, 'demo-accounts.txt');
  }

  /** Makes what is missing and says what there is. With DEMO_PASSWORD all of them have that one. */
  async ensure(): Promise<DemoAccount[]> {
    if (this.config.DEMO === 'off') return [];
    const all: DemoAccount[] = [];
    for (const account of seeded) all.push(await this.ensureOne(account));
    const made = all.filter(({ password }) => password !== undefined);
    if (made.length > 0) await this.keepList(made);
    return all;
  }

  /** The account behind a login; none where it was not made. */
  async idOf(login: string): Promise<string | undefined> {
    return (await this.accounts.credentialsOf(login))?.userId;
  }

  private async ensureOne({ login, name, grant }: (typeof seeded)[number]): Promise<DemoAccount> {
    const { DEMO_PASSWORD: chosen } = this.config;
    const known = await whenReached(() => this.accounts.credentialsOf(login));
    const password = chosen ?? newPassword();
    const added =
      !known && (await this.accounts.addAccount({ login, name, passwordHash: await this.passwords.hash(password), sample: true }));
    const account = known ?? (await this.accounts.credentialsOf(login));
    if (!account) throw new Error(`the demo account ${login} could not be made`);
    await this.accounts.setGrants(account.userId, [grant]);
    if (chosen !== undefined && !added && !(await this.passwords.verify(chosen, account.passwordHash))) {
      await this.accounts.setPassword(account.userId, await this.passwords.hash(chosen));
    }
    return { login, role: grant.role, ...(added && chosen === undefined ? { password } : {}) };
  }

  private async keepList(made: readonly DemoAccount[]): Promise<void> {
    const lines = made.map(({ login, password }) => `${login}\t${password}\n`);
    await writeFile(this.list, lines.join(''), { mode: 0o600 });
  }
}
