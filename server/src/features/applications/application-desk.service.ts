import { Injectable } from '@nestjs/common';
import type { ApplicationState, ApproveApplication, DeclineApplication, DeskApplication, DeskApplications, User } from '@yunhui/contracts';
import { unitScope } from '@yunhui/domain';
import { Audit } from '../../platform/audit/index.js';
import type { Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { AccountRoles } from '../accounts/index.js';
import { InboxService } from '../inbox/index.js';
import { FilersService, OrganizationsService, type Unit } from '../organizations/index.js';
import { ApplicationReach } from './application-reach.js';
import { ApplicationViews } from './application-views.js';
import { type ApplicationRow, ApplicationsRepository } from './applications.repository.js';

const mostListed = 50;

/** An application that somebody decides. */
type Decided = { user: User; unit: Unit; row: ApplicationRow };
type Verdict = { state: 'approved' | 'declined'; reason: string | null };

/** From now on they do what the unit does. */
const filersGrant = { role: 'host', region: unitScope } as const;
/** Somebody was first. */
class CameSecond extends Error {}

/** What reviewers decide of applications for new units. An approval lets the unit in and verifies who applied, who has shown its seal. */
@Injectable()
export class ApplicationDeskService {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly reach: ApplicationReach,
    private readonly views: ApplicationViews,
    private readonly organizations: OrganizationsService,
    private readonly filers: FilersService,
    private readonly roles: AccountRoles,
    private readonly inbox: InboxService,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, state: ApplicationState): Promise<DeskApplications> {
    const rows = await this.applications.ofHomes(this.reach.homesFor(viewer), state, mostListed + 1);
    return { items: await this.shown(viewer, rows.slice(0, mostListed)), isMore: rows.length > mostListed };
  }

  async approve(viewer: Viewer, id: string, { version }: ApproveApplication): Promise<DeskApplication> {
    const read = await this.require(viewer, id, version);
    const { user, unit, row } = read;
    return this.decided(viewer, id, () =>
      this.roles.give({ to: row.applicant, grant: filersGrant }, async (tx) => {
        await this.note(tx, read, { state: 'approved', reason: null });
        await this.organizations.admit(tx, unit);
        await this.filers.verifyIn(tx, user, { user: row.applicant, organization: unit.key });
      }),
    );
  }

  async decline(viewer: Viewer, id: string, { version, reason }: DeclineApplication): Promise<DeskApplication> {
    const read = await this.require(viewer, id, version);
    return this.decided(viewer, id, () => this.database.transaction((tx) => this.note(tx, read, { state: 'declined', reason })));
  }

  /** One that somebody decides now, as they have seen it. */
  private async require(viewer: Viewer, id: string, version: number): Promise<Decided> {
    const row = await this.applications.byId(id);
    const { user } = viewer;
    if (!row || !user || !this.reach.may(viewer, 'read', row.home)) throw new HubError('application.unknown');
    if (!this.reach.mayDecide(viewer, row)) throw new HubError('access.refused');
    if (row.state !== 'waiting' || row.version !== version) throw await this.changed(viewer, id);
    const [unit] = await this.organizations.unitsOf([row.organization]);
    if (!unit) throw new HubError('organization.unknown');
    return { user, unit, row };
  }

  /** Of two who decide at once one comes first; the other is answered with what became of it. */
  private async decided(viewer: Viewer, id: string, decide: () => Promise<void>): Promise<DeskApplication> {
    try {
      await decide();
    } catch (error) {
      throw error instanceof CameSecond ? await this.changed(viewer, id) : error;
    }
    return this.one(viewer, id);
  }

  /** The decision, its notice and its row in the audit. */
  private async note(tx: Transaction, { user, unit, row }: Decided, { state, reason }: Verdict): Promise<void> {
    const changed = await this.applications.change(tx, row, { state, reason, decidedAt: this.clock.date(), decidedBy: user.id });
    if (!changed) throw new CameSecond();
    const path = state === 'approved' ? '/host/filings' : '/apply';
    await this.inbox.tell(tx, [row.applicant], { kind: `unit.${state}`, title: unit.name, path });
    await this.audit.record(tx, { who: user.id, act: `unit.${state}`, subject: unit.key, ...(reason !== null && { reason }) });
  }

  private async changed(viewer: Viewer, id: string): Promise<HubError> {
    return new HubError('application.changed', { beside: { application: await this.one(viewer, id) } });
  }

  private async one(viewer: Viewer, id: string): Promise<DeskApplication> {
    const row = await this.applications.byId(id);
    const [shown] = row ? await this.shown(viewer, [row]) : [];
    if (!shown) throw new HubError('application.unknown');
    return shown;
  }

  private async shown(viewer: Viewer, rows: readonly ApplicationRow[]): Promise<DeskApplication[]> {
    return this.views.onDesk(rows, (row) => row.state === 'waiting' && this.reach.mayDecide(viewer, row));
  }
}
