import { Injectable } from '@nestjs/common';
import type { IssuedLink, Recover, ShownRecovery, User } from '@yunhui/contracts';
import { applicantScope, shanghaiInstant, unitScope } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import { hashOfToken, may, newToken, type Viewer } from '../../platform/auth/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { type AccountCard, AccountDesk, AccountRoles } from '../accounts/index.js';
import { FilersService } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';
import { type LinkRow, OneTimeLinksRepository } from './one-time-links.repository.js';
import { UnitAccess } from './unit-access.js';

const recoveryLifeMs = 86_400_000;
/** Who gives a link, and what they may do as it was judged. */
type Giver = { user: User; grantsVersion: number | undefined };

/** The way back to an account without e-mail: who stands above it gives a link that sets a new password, once and within a day. */
@Injectable()
export class RecoveriesService {
  constructor(
    private readonly access: UnitAccess,
    private readonly links: OneTimeLinksRepository,
    private readonly accounts: AccountDesk,
    private readonly roles: AccountRoles,
    private readonly filers: FilersService,
    private readonly regions: RegionsService,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether a reviewer may open an account: who has the link is its owner, so it must do nothing outside their own reach. All its
   * units lie in it, and it has no role but a host's.
   */
  async mayRecover(viewer: Viewer, { id, grants }: AccountCard): Promise<boolean> {
    const decides = (region: string): boolean => may(viewer, { action: 'decide', on: 'Desk', region }, (key) => this.regions.pathOf(key));
    const isHarmless = grants.every(({ region }) => region === unitScope || region === applicantScope || decides(region));
    if (!isHostsAlone({ grants }) || !isHarmless || viewer.user?.id === id) return false;
    const units = await this.filers.unitsOf(id);
    return units.every((unit) => this.access.may(viewer, 'decide', unit));
  }

  /** A link for one of a unit's filers, told this one time; those given before end. */
  async issue(viewer: Viewer, key: string, filer: string): Promise<IssuedLink> {
    const { user } = await this.access.require(viewer, key, 'decide');
    const account = (await this.filers.standingsOf(filer)).has(key) ? await this.accounts.cardOf(filer) : undefined;
    if (!account) throw new HubError('filer.unknown');
    if (!(await this.mayRecover(viewer, account))) throw new HubError('access.refused');
    return this.issueTo(account, { user, grantsVersion: viewer.grantsVersion }, { organization: key });
  }

  /**
   * The same for any account, where the caller has judged that whoever asks stands above it. What either may do is another
   * thing by now: then nothing is given.
   */
  async issueTo(account: AccountCard, by: Giver, difference?: object): Promise<IssuedLink> {
    const { user } = by;
    const [token, at] = [newToken(), this.clock.date()];
    const expiresAt = new Date(at.getTime() + recoveryLifeMs);
    await this.database.transaction(async (tx) => {
      await this.roles.mustBeAsRead(tx, [account, { id: user.id, grantsVersion: by.grantsVersion }]);
      await this.links.revokeRecoveries(tx, account.id, at);
      await this.links.add(tx, {
        id: uuid(),
        kind: 'recovery',
        tokenSha256: hashOfToken(token),
        userId: account.id,
        grantsVersion: account.grantsVersion,
        issuedBy: user.id,
        issuedByName: user.name,
        issuedAt: at,
        expiresAt,
      });
      await this.audit.record(tx, { who: user.id, act: 'recovery.issued', subject: account.id, ...(difference && { difference }) });
    });
    return { token, expiresAt: shanghaiInstant(expiresAt.getTime()) };
  }

  /** Whose password it sets. */
  async look(token: string): Promise<ShownRecovery> {
    const { account, link } = await this.require(token);
    return { login: account.login, name: account.name, expiresAt: shanghaiInstant(link.expiresAt.getTime()) };
  }

  /** Sets the password, and ends every sign-in of before; whose account it is. A password that is refused uses up nothing. */
  async recover({ token, password }: Recover): Promise<string> {
    const { account, link } = await this.require(token);
    await this.accounts.setPassword(account, password, async (tx) => {
      if (!(await this.links.use(tx, link.id, account.id, this.clock.date()))) throw new HubError('recovery.unknown');
      await this.audit.record(tx, { who: account.id, act: 'recovery.used', subject: account.id, difference: { issuedBy: link.issuedBy } });
    });
    return account.id;
  }

  /** Who was given another role since their link was issued has outgrown it: whoever holds it would have that role too. */
  private async require(token: string): Promise<{ link: LinkRow; account: AccountCard }> {
    const link = await this.links.goodAt({ kind: 'recovery', tokenSha256: hashOfToken(token) }, this.clock.date());
    const account = link?.userId ? await this.accounts.cardOf(link.userId) : undefined;
    if (!link || !account || link.grantsVersion !== account.grantsVersion) throw new HubError('recovery.unknown');
    return { link, account };
  }
}

const isHostsAlone = ({ grants }: Pick<AccountCard, 'grants'>): boolean => grants.every(({ role }) => role === 'host');
