import { Injectable } from '@nestjs/common';
import { type DeskApplication, type UnitApplication, UnitType } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { HubError } from '../../platform/hub-error.js';
import { AccountDesk } from '../accounts/index.js';
import { OrganizationsService, type Unit, UnitSearch } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';
import type { ApplicationRow } from './applications.repository.js';

const mostAlike = 3;

/** Applications as the wire has them. */
@Injectable()
export class ApplicationViews {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly registry: UnitSearch,
    private readonly regions: RegionsService,
    private readonly accounts: AccountDesk,
  ) {}

  async all(rows: readonly ApplicationRow[]): Promise<UnitApplication[]> {
    const units = await this.unitsOf(rows);
    return rows.map((row) => this.whole(row, units));
  }

  /** For a desk: with who asks, and what of the registry it may be. */
  async onDesk(rows: readonly ApplicationRow[], mayDecide: (row: ApplicationRow) => boolean): Promise<DeskApplication[]> {
    const [units, cards] = await Promise.all([this.unitsOf(rows), this.accounts.cardsOf(rows.map(({ applicant }) => applicant))]);
    const people = new Map(cards.map(({ id, name, login }) => [id, { name, login }]));
    const waiting = rows.flatMap(({ state, organization }) => (state === 'waiting' ? (units.get(organization)?.name ?? []) : []));
    const alike = await this.registry.alike(waiting);
    return rows.map((row) => {
      const application = this.whole(row, units);
      return {
        ...application,
        by: people.get(row.applicant) ?? { name: '', login: '' },
        alike: (alike.get(application.unit.name) ?? []).slice(0, mostAlike).map(({ key, name }) => ({ key, name })),
        mayDecide: mayDecide(row),
      };
    });
  }

  private async unitsOf(rows: readonly ApplicationRow[]): Promise<ReadonlyMap<string, Unit>> {
    const units = await this.organizations.unitsOf(rows.map(({ organization }) => organization));
    return new Map(units.map((unit) => [unit.key, unit]));
  }

  private whole(row: ApplicationRow, units: ReadonlyMap<string, Unit>): UnitApplication {
    const { id, version, state, organization, note, seal, appliedAt, decidedAt, reason } = row;
    const unit = units.get(organization);
    if (!unit) throw new HubError('organization.unknown');
    const { key, name, type, region } = unit;
    return {
      id,
      version,
      state,
      unit: { key, name, type: UnitType.parse(type), region: this.regions.cardOf(region) },
      note,
      seal,
      appliedAt: shanghaiInstant(appliedAt.getTime()),
      ...(decidedAt && { decidedAt: shanghaiInstant(decidedAt.getTime()) }),
      ...(state === 'declined' && reason !== null && { reason }),
    };
  }
}
