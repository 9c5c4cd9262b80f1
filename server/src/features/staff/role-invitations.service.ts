import { Injectable } from '@nestjs/common';
import type { IssuedLink, RoleInvitation, RoleInvitations, ShownAppointment, SignUp, StaffGrant, User } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import { Audit } from '../../platform/audit/index.js';
import { hashOfToken, newToken, type Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { AccountDesk, AccountRoles } from '../accounts/index.js';
import { type LinkRow, OneTimeLinksRepository } from '../filers/index.js';
import { StaffReach } from './staff-reach.js';

/** A day: whoever holds the link has the role, and nobody verifies them after. */
const lifeMs = 86_400_000;
type RoleLink = LinkRow & StaffGrant;

/** Inviting somebody to a role, and taking it up: by an account of one's own, or by one that one has. */
@Injectable()
export class RoleInvitationsService {
  constructor(
    private readonly reach: StaffReach,
    private readonly links: OneTimeLinksRepository,
    private readonly accounts: AccountDesk,
    private readonly roles: AccountRoles,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A link for one person, told this one time. It ends with the standing of who gave it. */
  async invite(viewer: Viewer, grant: StaffGrant): Promise<IssuedLink> {
    const { user, grantsVersion } = this.reach.requireGiving(viewer, grant);
    const [id, token, at] = [uuid(), newToken(), this.clock.date()];
    const { role, region } = grant;
    const expiresAt = new Date(at.getTime() + lifeMs);
    await this.database.transaction(async (tx) => {
      await this.roles.mustBeAsRead(tx, [{ id: user.id, grantsVersion }]);
      const issued = { issuedBy: user.id, issuedByName: user.name, issuedAt: at, expiresAt };
      await this.links.add(tx, { id, kind: 'role', tokenSha256: hashOfToken(token), role, region, ...issued });
      await this.audit.record(tx, { who: user.id, act: 'role.offered', subject: region, difference: { role, invitation: id } });
    });
    return { token, expiresAt: written(expiresAt) };
  }

  /** Those that nobody has taken up yet, within the asker's reach. */
  async open(viewer: Viewer): Promise<RoleInvitations> {
    const rows = (await this.links.allOf('role', this.clock.date())).filter(isRoleLink);
    return { items: rows.filter(({ region }) => this.reach.mayAppoint(viewer, region)).map((row) => this.shown(row)) };
  }

  /** Takes one back that nobody has taken up. Of others' places nobody learns whether there is one. */
  async revoke(viewer: Viewer, id: string): Promise<void> {
    const link = (await this.open(viewer)).items.find((one) => one.id === id);
    if (!link || !viewer.user) throw new HubError('invitation.unknown');
    const { user } = this.reach.require(viewer, link.place.key);
    const difference = { role: link.role, invitation: id };
    await this.database.transaction(async (tx) => {
      const wasGood = await this.links.revokeOne(tx, { id, kind: 'role' }, this.clock.date());
      if (!wasGood) throw new HubError('invitation.unknown');
      await this.audit.record(tx, { who: user.id, act: 'role.offer-revoked', subject: link.place.key, difference });
    });
  }

  /** What it invites to, and who asks. */
  async look(token: string): Promise<ShownAppointment> {
    const { role, place, by, expiresAt } = this.shown(await this.require(token));
    return { role, place, by, expiresAt };
  }

  /** Makes the account, for which the invitation is used up; its id. A name that is taken uses up nothing. */
  async signUp({ token, ...wanted }: SignUp): Promise<string> {
    const link = await this.require(token);
    const account = await this.accounts.prepare(wanted);
    return this.database.transaction(async (tx) => {
      const user = await this.accounts.add(tx, account, { role: link.role, region: link.region });
      await this.takeUp(tx, link, user);
      return user;
    });
  }

  /** Somebody who has an account has one role more. An invitation to what one does already is left for who it is meant for. */
  async join(user: User, token: string): Promise<void> {
    const link = await this.require(token);
    const { role, region } = link;
    if (user.kind !== 'account') throw new HubError('access.refused');
    if (user.grants.some((held) => held.role === role && held.region === region)) return;
    await this.roles.give({ to: user.id, grant: { role, region } }, (tx) => this.takeUp(tx, link, user.id));
  }

  private async takeUp(tx: Transaction, { id, role, region, issuedBy }: RoleLink, user: string): Promise<void> {
    const at = this.clock.date();
    if (!(await this.links.use(tx, id, user, at))) throw new HubError('invitation.unknown');
    await this.links.revokeRecoveries(tx, user, at); // whoever gave one may not stand above this role
    await this.audit.record(tx, { who: user, act: 'role.given', subject: user, difference: { role, region, by: issuedBy } });
  }

  private async require(token: string): Promise<RoleLink> {
    const row = await this.links.goodAt({ kind: 'role', tokenSha256: hashOfToken(token) }, this.clock.date());
    if (!row || !isRoleLink(row)) throw new HubError('invitation.unknown');
    return row;
  }

  private shown({ id, role, region, issuedByName, issuedAt, expiresAt }: RoleLink): RoleInvitation {
    return { id, role, place: this.reach.nameOf(region), by: issuedByName, at: written(issuedAt), expiresAt: written(expiresAt) };
  }
}

const isRoleLink = (row: LinkRow): row is RoleLink => row.role !== null && row.region !== null;

const written = (at: Date): string => shanghaiInstant(at.getTime());
