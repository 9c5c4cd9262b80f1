import { Injectable } from '@nestjs/common';
import type { IssuedLink, ShownInvitation, SignUp, User } from '@yunhui/contracts';
import { shanghaiInstant, unitScope } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import { hashOfToken, newToken, type Viewer } from '../../platform/auth/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { AccountDesk, AccountRoles } from '../accounts/index.js';
import { FilersService, OrganizationsService } from '../organizations/index.js';
import { type LinkRow, OneTimeLinksRepository } from './one-time-links.repository.js';
import { UnitAccess } from './unit-access.js';

/** A week: somebody who is asked on a Friday is back before it is over. */
const invitationLifeMs = 7 * 86_400_000;
/** What an account may do that came by an invitation: what its units do, and nothing in any region. */
const filersGrant = { role: 'host', region: unitScope } as const;

/** Inviting somebody to file for a unit, and coming by an invitation. Who comes waits until a reviewer has verified them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly access: UnitAccess,
    private readonly links: OneTimeLinksRepository,
    private readonly accounts: AccountDesk,
    private readonly roles: AccountRoles,
    private readonly filers: FilersService,
    private readonly organizations: OrganizationsService,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A link for one person, told this one time. */
  async invite(viewer: Viewer, key: string): Promise<IssuedLink> {
    const { user } = await this.access.require(viewer, key, 'invite');
    const [id, token, at] = [uuid(), newToken(), this.clock.date()];
    const expiresAt = new Date(at.getTime() + invitationLifeMs);
    await this.database.transaction(async (tx) => {
      await this.links.add(tx, {
        id,
        kind: 'invitation',
        tokenSha256: hashOfToken(token),
        organization: key,
        issuedBy: user.id,
        issuedByName: user.name,
        issuedAt: at,
        expiresAt,
      });
      await this.audit.record(tx, { who: user.id, act: 'filer.invited', subject: key, difference: { invitation: id } });
    });
    return { token, expiresAt: shanghaiInstant(expiresAt.getTime()) };
  }

  /** Takes an invitation back that nobody has used. */
  async revoke(viewer: Viewer, key: string, id: string): Promise<void> {
    const { user } = await this.access.require(viewer, key, 'invite');
    await this.database.transaction(async (tx) => {
      const wasGood = await this.links.revokeInvitation(tx, { id, organization: key }, this.clock.date());
      if (!wasGood) throw new HubError('invitation.unknown');
      await this.audit.record(tx, { who: user.id, act: 'invitation.revoked', subject: key, difference: { invitation: id } });
    });
  }

  /** Which unit it invites to. */
  async look(token: string): Promise<ShownInvitation> {
    const { organization, expiresAt } = await this.require(token);
    const unit = (await this.organizations.namesOf([organization])).get(organization) ?? organization;
    return { unit, expiresAt: shanghaiInstant(expiresAt.getTime()) };
  }

  /** Makes the account, for which the invitation is used up; its id. A name that is taken uses up nothing. */
  async signUp({ token, ...wanted }: SignUp): Promise<string> {
    const link = await this.require(token);
    const account = await this.accounts.prepare(wanted);
    return this.database.transaction(async (tx) => {
      const user = await this.accounts.add(tx, account, filersGrant);
      await this.comeBy(tx, link, user);
      return user;
    });
  }

  /** Somebody who has an account files for one more unit. An invitation to one's own unit is left for who it is meant for. */
  async join(user: User, token: string): Promise<void> {
    const link = await this.require(token);
    if (user.kind !== 'account') throw new HubError('access.refused');
    if ((await this.filers.standingsOf(user.id)).has(link.organization)) return;
    await this.roles.give({ to: user.id, grant: filersGrant }, (tx) => this.comeBy(tx, link, user.id));
  }

  private async comeBy(tx: Transaction, { id, organization, issuedBy }: LinkRow & { organization: string }, user: string): Promise<void> {
    const at = this.clock.date();
    if (!(await this.links.use(tx, id, user, at))) throw new HubError('invitation.unknown');
    await this.links.revokeRecoveries(tx, user, at); // whoever gave one may have no say in this unit
    await this.filers.addWaiting(tx, { by: issuedBy, user, organization });
  }

  private async require(token: string): Promise<LinkRow & { organization: string }> {
    const row = await this.links.goodAt({ kind: 'invitation', tokenSha256: hashOfToken(token) }, this.clock.date());
    if (row?.organization === undefined || row.organization === null) throw new HubError('invitation.unknown');
    return { ...row, organization: row.organization };
  }
}
