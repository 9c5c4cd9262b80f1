import { Injectable } from '@nestjs/common';
import type { ActivityForm, FilingFindings } from '@yunhui/contracts';
import {
  findingsOf,
  firstDayOf,
  isEditable,
  isWaiting,
  lastDayOf,
  type Quota,
  type Registry,
  shanghaiDayAfter,
  shanghaiDayOf,
  startOfShanghaiDay,
  type TakenSlot,
} from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { CampaignsService } from '../campaigns/index.js';
import { ChannelsService } from '../channels/index.js';
import { OrganizationsService } from '../organizations/index.js';
import { ScheduleService } from '../schedule/index.js';
import { campaignRules, quotaFor } from './campaign-rules.js';
import { type FilingPlace, FilingPlaces } from './filing-places.js';
import { type FilingRow, FilingsRepository } from './filings.repository.js';
import { workCalendar } from './work-calendar.js';

/** What is no question any more once it is on the programme. */
const overBy = ['deadline.passed', 'filing.not-open', 'filing.closed'];

/** Gathers what a form's findings depend on, and asks the rules. */
@Injectable()
export class FilingFindingsService {
  constructor(
    private readonly places: FilingPlaces,
    private readonly campaigns: CampaignsService,
    private readonly organizations: OrganizationsService,
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly filings: FilingsRepository,
    private readonly clock: Clock,
  ) {}

  /** Of what is on the programme there is nothing to find any more: its own sessions are in its way. */
  async of(filing: FilingRow, form: ActivityForm): Promise<FilingFindings> {
    return isEditable(filing.state) || isWaiting(filing.state) ? this.found(filing, form) : { items: [] };
  }

  /** Of what it is to be from now on: what it plays already is in nobody's way, and the days to file and to publish are over. */
  async ofChange(filing: FilingRow, form: ActivityForm): Promise<FilingFindings> {
    const { items } = await this.found(filing, form);
    return { items: items.filter(({ code }) => !overBy.includes(code)) };
  }

  private async found(filing: FilingRow, form: ActivityForm): Promise<FilingFindings> {
    const hosts = form.hosts.map(({ name }) => name);
    const [place, route, campaign, notice, registry, taken] = await Promise.all([
      this.places.of(filing.organization),
      this.places.routeOf(filing.organization, hosts),
      this.campaigns.bySlug(filing.campaign),
      this.campaigns.noticeOf(filing.campaign),
      this.registryFor(form),
      this.takenBy(filing, form),
    ]);
    const quota = await this.quotaOf(filing, place, notice);
    return findingsOf(form, {
      today: shanghaiDayOf(this.clock.now()),
      isWorking: workCalendar,
      rules: campaignRules(notice, campaign.windows),
      levels: route.ladder.length,
      registry,
      filedBy: place.unit.name,
      taken,
      ...(quota && { quota }),
    });
  }

  private async registryFor({ hosts, undertakers, coOrganizers }: ActivityForm): Promise<Registry> {
    const match = await this.organizations.matchNames([...hosts, ...undertakers, ...coOrganizers].map(({ name }) => name));
    return (name) => {
      const unit = match(name);
      if (!unit) return { is: 'unknown' };
      return unit.fullName === name ? { is: 'exact' } : { is: 'alias', fullName: unit.fullName };
    };
  }

  /** What the unit's own channels play on the days of the form's sessions. */
  private async takenBy({ id, organization }: FilingRow, { sessions }: ActivityForm): Promise<TakenSlot[]> {
    const times = sessions.flatMap(({ time }) => (time?.precision === 'exact' ? time : []));
    if (times.length === 0) return [];
    const from = Math.min(...times.map((time) => startOfShanghaiDay(firstDayOf(time))));
    const to = Math.max(...times.map((time) => startOfShanghaiDay(shanghaiDayAfter(lastDayOf(time), 1))));
    const planned = await this.schedule.planned(await this.channels.ofHost(organization), { from, to });
    const others = planned.filter(({ activity, cancelled, repeat }) => activity !== id && !cancelled && !repeat);
    return others.map(({ title, start, end }) => ({ title, start, end }));
  }

  private async quotaOf(
    { id, organization, campaign }: Pick<FilingRow, 'id' | 'organization' | 'campaign'>,
    { unit, kind, home }: FilingPlace,
    notice: unknown,
  ): Promise<Quota | undefined> {
    const quota = quotaFor(notice, { type: unit.type, kind });
    if (!quota) return undefined;
    const { per, ...asked } = quota;
    const filed = await this.filings.countFiled({ campaign, without: id, ...(per === 'unit' ? { organization } : { home }) });
    return { ...asked, count: filed + 1 };
  }
}
