import { Injectable } from '@nestjs/common';
import type { OwnIdentity } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { Audit } from '../../../platform/audit/index.js';
import { hashOfToken, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { accountOf } from '../account-of.js';
import { AccountsService } from '../accounts.service.js';
import { OtherWays } from '../other-ways.js';
import { IdentitiesRepository } from './identities.repository.js';
import { IdentityAttemptsRepository, type Pending } from './identity-attempts.repository.js';
import { IdentityProvider, type Named } from './identity-provider.js';

/** Whose account an identity is. It is linked by who has the account's password, which stays the way in that nobody takes away. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly identities: IdentitiesRepository,
    private readonly attempts: IdentityAttemptsRepository,
    private readonly accounts: AccountsService,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    otherWays: OtherWays,
  ) {
    otherWays.endBy((tx, userId) => this.end(tx, userId, '设了新密码'));
  }

  async of(viewer: Viewer, token: string | undefined): Promise<OwnIdentity> {
    const provider = this.provider.offered;
    const isAccount = viewer.user?.kind === 'account';
    const row = isAccount ? await this.identities.of(accountOf(viewer).id) : undefined;
    const pending = provider && (await this.pendingOf(token));
    return {
      ...(provider && { provider }),
      ...(row && {
        linked: { label: row.label, linkedAt: written(row.linkedAt), ...(row.usedAt && { usedAt: written(row.usedAt) }) },
      }),
      ...(pending && {
        pending: { label: pending.label, to: pending.returnTo, mayLink: isAccount && (await this.isProven(viewer, pending)) },
      }),
    };
  }

  /** Links whom the provider has just named to the account that was signed in to since. */
  async linkPending(viewer: Viewer, token: string | undefined): Promise<void> {
    accountOf(viewer);
    const pending = await this.pendingOf(token);
    if (!pending) throw new HubError('identity.lost');
    if (!(await this.isProven(viewer, pending))) throw new HubError('identity.unproven');
    const { tokenSha256, issuer, subject, label } = pending;
    await this.link(viewer, { issuer, subject, label }, async (tx) => {
      if (!(await this.attempts.takePending(tx, tokenSha256))) throw new HubError('identity.lost');
    });
  }

  async dropPending(token: string | undefined): Promise<void> {
    if (token !== undefined) await this.attempts.dropPending(hashOfToken(token));
  }

  async link(viewer: Viewer, named: Named, also?: (tx: Transaction) => Promise<void>): Promise<void> {
    const [{ id: userId }, at] = [accountOf(viewer), this.clock.date()];
    await this.database.transaction(async (tx) => {
      await this.accounts.hold(tx, viewer);
      await also?.(tx);
      if (!(await this.identities.add(tx, named, userId, at))) throw new HubError('identity.taken');
      await this.audit.record(tx, { who: userId, act: 'identity.linked', subject: userId, difference: { issuer: named.issuer } });
    });
  }

  /** The password stays: whoever unlinks it signs in by that. */
  async unlink(viewer: Viewer): Promise<void> {
    const { id } = accountOf(viewer);
    await this.database.transaction((tx) => this.end(tx, id));
  }

  private async end(tx: Transaction, userId: string, reason?: string): Promise<void> {
    const gone = await this.identities.remove(tx, userId);
    if (!gone) return;
    const difference = { issuer: gone.issuer };
    await this.audit.record(tx, { who: userId, act: 'identity.unlinked', subject: userId, difference, ...(reason && { reason }) });
  }

  private async pendingOf(token: string | undefined): Promise<Pending | undefined> {
    return token === undefined ? undefined : this.attempts.pendingOf(hashOfToken(token), this.clock.date());
  }

  /** Who has signed in since the provider named them knew a way into the account then; a sign-in of before may be anybody's by now. */
  private async isProven(viewer: Viewer, { at }: Pending): Promise<boolean> {
    const current = (await this.accounts.signInsOf(viewer)).find((signIn) => signIn.current);
    return current !== undefined && Date.parse(current.createdAt) >= at.getTime();
  }
}

const written = (at: Date): string => shanghaiInstant(at.getTime());
