import { Injectable } from '@nestjs/common';
import type { ApplicationState, ApproveApplication, DeclineApplication, DeskApplication, DeskApplications, User } from '@yunhui/contracts';
import { Audit } from '../../platform/audit/index.js';
import type { Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { InboxService } from '../inbox/index.js';
import { FilersService, OrganizationsService, type Unit } from '../organizations/index.js';
import { ApplicationReach } from './application-reach.js';
import { ApplicationViews } from './application-views.js';
import { type ApplicationRow, ApplicationsRepository } from './applications.repository.js';

const mostListed = 50;

/** An application that somebody decides. */
type Decided = { user: User; unit: Unit; applicant: string };
type Verdict = { state: 'approved' | 'declined'; reason: string | null };

/** What reviewers decide of applications for new units. An approval lets the unit in and verifies who applied, who has shown its seal. */
@Injectable()
export class ApplicationDeskService {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly reach: ApplicationReach,
    private readonly views: ApplicationViews,
    private readonly organizations: OrganizationsService,
    private readonly filers: FilersService,
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
    return this.decide(viewer, id, version, { state: 'approved', reason: null }, async (tx, { user, unit, applicant }) => {
      await this.organizations.admit(tx, unit);
      await this.filers.verifyIn(tx, user, { user: applicant, organization: unit.key });
    });
  }

  async decline(viewer: Viewer, id: string, { version, reason }: DeclineApplication): Promise<DeskApplication> {
    return this.decide(viewer, id, version, { state: 'declined', reason }, async () => undefined);
  }

  /** Of two who decide at once one comes first; the other is answered with what became of it. */
  private async decide(
    viewer: Viewer,
    id: string,
    version: number,
    { state, reason }: Verdict,
    also: (tx: Transaction, decided: Decided) => Promise<void>,
  ): Promise<DeskApplication> {
    const row = await this.applications.byId(id);
    const { user } = viewer;
    if (!row || !user || !this.reach.may(viewer, 'read', row.home)) throw new HubError('application.unknown');
    if (!this.reach.mayDecide(viewer, row)) throw new HubError('access.refused');
    if (row.state !== 'waiting' || row.version !== version) throw await this.changed(viewer, id);
    const [unit] = await this.organizations.unitsOf([row.organization]);
    if (!unit) throw new HubError('organization.unknown');
    const { applicant } = row;
    const decided = await this.database.transaction(async (tx) => {
      const changed = await this.applications.change(tx, row, { state, reason, decidedAt: this.clock.date(), decidedBy: user.id });
      if (!changed) return undefined;
      await also(tx, { user, unit, applicant });
      const path = state === 'approved' ? '/host/filings' : '/apply';
      await this.inbox.tell(tx, [applicant], { kind: `unit.${state}`, title: unit.name, path });
      await this.audit.record(tx, { who: user.id, act: `unit.${state}`, subject: unit.key, ...(reason !== null && { reason }) });
      return changed;
    });
    if (!decided) throw await this.changed(viewer, id);
    return this.one(viewer, id);
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
