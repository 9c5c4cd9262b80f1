import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ApplyForUnit, BecomeApplicant, CorrectApplication, OwnApplications, UnitApplication, User } from '@yunhui/contracts';
import { applicantScope } from '@yunhui/domain';
import { v4, v7 } from 'uuid';
import { Audit } from '../../platform/audit/index.js';
import type { Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { Uploads } from '../../platform/uploads/index.js';
import { AccountDesk } from '../accounts/index.js';
import { FilersService, OrganizationsService } from '../organizations/index.js';
import { ApplicationReach } from './application-reach.js';
import { ApplicationViews } from './application-views.js';
import { ApplicationsRepository } from './applications.repository.js';

/** What an account may do that somebody has made for themselves. */
const applicantsGrant = { role: 'host', region: applicantScope } as const;
/** So many of one person are open at a time: who writes for more has an office that could be asked. */
const mostWaiting = 5;

/** 申请新增单位: asking for a unit to be entered in the registry. Drafts can be written for it at once; handing in waits for the unit. */
@Injectable()
export class ApplicationsService implements OnModuleInit {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly reach: ApplicationReach,
    private readonly views: ApplicationViews,
    private readonly organizations: OrganizationsService,
    private readonly filers: FilersService,
    private readonly accounts: AccountDesk,
    private readonly uploads: Uploads,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A seal is seen by who brought it and by who decides: with its photo papers could be forged. */
  onModuleInit(): void {
    this.uploads.openTo('seal', async (viewer, id) => {
      const row = await this.applications.byId(id);
      return row !== undefined && this.reach.mayDecide(viewer, row);
    });
  }

  /** An account for somebody who files for no unit yet; its id. */
  async becomeApplicant(wanted: BecomeApplicant): Promise<string> {
    const account = await this.accounts.prepare(wanted);
    return this.database.transaction((tx) => this.accounts.add(tx, account, applicantsGrant));
  }

  async mine(viewer: Viewer): Promise<OwnApplications> {
    return { items: await this.views.all(await this.applications.ofApplicant(userOf(viewer).id)) };
  }

  async apply(viewer: Viewer, { note, seal, ...wanted }: ApplyForUnit): Promise<UnitApplication> {
    const user = userOf(viewer);
    const own = await this.applications.ofApplicant(user.id);
    if (own.filter(({ state }) => state !== 'approved').length >= mostWaiting) throw new HubError('application.too-many');
    const [id, at] = [v7(), this.clock.date()];
    const unit = { key: `unit-${v4()}`, ...wanted, name: wanted.name.normalize('NFC') };
    const row = { id, organization: unit.key, home: this.reach.homeOf(unit), applicant: user.id, note, seal, appliedAt: at };
    await this.database.transaction(async (tx) => {
      await this.organizations.apply(tx, unit);
      await this.filers.addWaiting(tx, { by: user.id, user: user.id, organization: unit.key });
      await this.applications.add(tx, row);
      await this.uploads.hold(tx, user, { kind: 'seal', subject: id }, [seal]);
      await this.audit.record(tx, { who: user.id, act: 'unit.applied', subject: unit.key, difference: wanted });
    });
    return this.shown(id);
  }

  /** As it should be: it waits again. What is decided for good stays. */
  async correct(viewer: Viewer, id: string, { version, note, seal, ...wanted }: CorrectApplication): Promise<UnitApplication> {
    const user = userOf(viewer);
    const row = await this.applications.byId(id);
    if (row?.applicant !== user.id) throw new HubError('application.unknown');
    const unit = { key: row.organization, ...wanted, name: wanted.name.normalize('NFC') };
    const change = { note, seal, home: this.reach.homeOf(unit), appliedAt: this.clock.date(), state: 'waiting' } as const;
    if (row.state === 'approved' || row.version !== version) throw await this.changed(id);
    const isFirst = await this.database.transaction(async (tx) => {
      const changed = await this.applications.change(tx, row, { ...change, decidedAt: null, decidedBy: null, reason: null });
      if (!changed) return false;
      await this.organizations.applyOtherwise(tx, unit);
      await this.uploads.hold(tx, user, { kind: 'seal', subject: id }, [seal]);
      await this.audit.record(tx, { who: user.id, act: 'unit.corrected', subject: unit.key, difference: wanted });
      return true;
    });
    if (!isFirst) throw await this.changed(id);
    return this.shown(id);
  }

  /** The refusal of whoever came second, with how it stands. */
  private async changed(id: string): Promise<HubError> {
    return new HubError('application.changed', { beside: { application: await this.shown(id) } });
  }

  private async shown(id: string): Promise<UnitApplication> {
    const row = await this.applications.byId(id);
    const [shown] = row ? await this.views.all([row]) : [];
    if (!shown) throw new HubError('application.unknown');
    return shown;
  }
}

function userOf({ user }: Viewer): User {
  if (!user) throw new HubError('ticket.missing');
  return user;
}
