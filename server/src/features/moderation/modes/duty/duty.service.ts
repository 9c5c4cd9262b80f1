import { Inject, Injectable } from '@nestjs/common';
import type { DutyStanding, OnDuty } from '@yunhui/contracts';
import { CONFIG, type Config } from '../../../../config.js';
import { Audit } from '../../../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { ModeHead } from '../../../../platform/realtime/index.js';
import { RegionsService } from '../../../regions/index.js';
import { ModePlan } from '../mode-plan.js';
import { DutyRepository } from './duty.repository.js';

/** Signs of life of the cockpits. While somebody is there they change one time in one row; only who comes where nobody was changes the plan. */
@Injectable()
export class DutyService {
  constructor(
    private readonly rows: DutyRepository,
    private readonly plan: ModePlan,
    private readonly head: ModeHead,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly regions: RegionsService,
    private readonly access: RegionTree,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async beat(viewer: Viewer, { scopes: keys }: OnDuty): Promise<DutyStanding> {
    const scopes = [...new Set(keys.map((key) => this.regions.require(key).key))];
    for (const region of scopes) whoMay(viewer, { action: 'moderate', on: 'Room', region }, this.access.pathOf);
    const attended = await this.rows.extend(scopes, this.config.UNATTENDED_AFTER_MINUTES);
    const alone = scopes.filter((scope) => !attended.includes(scope));
    if (alone.length > 0) await this.come(viewer.user?.id ?? '', alone);
    return { until: new Date(await this.rows.untilMs(scopes)).toISOString(), unattended: this.unattendedUnder(viewer) };
  }

  private async come(who: string, scopes: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const version = await this.head.next(tx);
      const came = await this.rows.attend(tx, version, { scopes, minutes: this.config.UNATTENDED_AFTER_MINUTES });
      for (const scope of came)
        await this.audit.record(tx, { who, act: 'duty.begun', subject: `scope:${scope}`, from: 'unattended', to: 'attended' });
    });
    await this.plan.renew();
  }

  /** The provinces (and the country) of one's own that nobody looks after. */
  private unattendedUnder({ user }: Viewer): string[] {
    const mine = user?.grants.filter(({ role }) => role === 'moderator').map(({ region }) => region) ?? [];
    return this.regions
      .all()
      .filter(({ kind, path }) => (kind === 'country' || kind === 'province_level') && mine.some((region) => path.includes(region)))
      .filter(({ path }) => !this.plan.isLookedAfter(path))
      .map(({ key }) => key);
  }
}
