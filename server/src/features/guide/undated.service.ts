import { Injectable } from '@nestjs/common';
import type { UndatedActivity } from '@yunhui/contracts';
import { shanghaiDayOf, type Span } from '@yunhui/domain';
import { ActivitiesService, type ActivityParty, type KnownActivity } from '../activities/index.js';
import { CampaignsService } from '../campaigns/index.js';
import { OrganizationsService } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';
import type { GuideScope } from './guide-scopes.service.js';

/** What is exact is in the schedule, and is not asked for here. */
const precisions = { exact: 'day', day: 'day', tenDay: 'ten-days', month: 'month', range: 'range' } as const;

/** The activities whose time is not a moment, in words and names that a page can show. */
@Injectable()
export class UndatedService {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly campaigns: CampaignsService,
    private readonly organizations: OrganizationsService,
    private readonly regions: RegionsService,
  ) {}

  /** Those that may fall into the span, in the scope's region. */
  async within({ campaign, region }: GuideScope, { from, to }: Span): Promise<UndatedActivity[]> {
    const days = { from: shanghaiDayOf(from), to: shanghaiDayOf(to - 1) };
    const found = await this.activities.undated(await this.campaigns.within(campaign), days);
    const here = found.filter(({ place }) => !region || place.regions.some((key) => this.regions.isWithin(key, region)));
    const names = await this.organizations.namesOfParties(here.flatMap(({ hosts }) => hosts));
    return here.map((activity) => toUndated(activity, names));
  }
}

function toUndated(
  { id, title, time, place, hosts, off }: KnownActivity,
  names: (party: ActivityParty) => string | undefined,
): UndatedActivity {
  const [region, ...others] = place.regions;
  return {
    id,
    title,
    timeText: time.text,
    precision: precisions[time.precision],
    tentative: time.tentative,
    from: time.from,
    to: time.to,
    ...(place.text && { place: place.text }),
    ...(place.tentative && { placeTentative: true }),
    hosts: hosts.flatMap((party) => names(party) ?? []),
    ...(region && others.length === 0 && { region }),
    ...(off && { cancelled: { reason: off.reason, ...(off.postponed && { postponed: true }) } }),
  };
}
