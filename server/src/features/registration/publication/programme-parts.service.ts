import { Injectable } from '@nestjs/common';
import type { ActivityForm } from '@yunhui/contracts';
import { type Activity } from '../../activities/index.js';
import { ChannelsService, type NewChannel } from '../../channels/index.js';
import { OrganizationsService } from '../../organizations/index.js';
import { FilingPlaces } from '../filing-places.js';
import type { FilingRow } from '../filings.repository.js';
import { activityOf, ownChannelOf } from './publication.rules.js';

/** The place that a unit's sessions play at; `opened` when it is none yet. */
export type OwnChannel = { slug: string; opened?: NewChannel };

/** What a filing is on the programme: its activity as the public reads it, and its unit's own channel. */
@Injectable()
export class ProgrammeParts {
  constructor(
    private readonly places: FilingPlaces,
    private readonly organizations: OrganizationsService,
    private readonly channels: ChannelsService,
  ) {}

  async activityOf(filing: FilingRow, form: ActivityForm): Promise<Activity> {
    const { unit } = await this.places.of(filing.organization);
    const match = await this.organizations.matchNames([...form.hosts, ...form.undertakers].map(({ name }) => name));
    return activityOf({ ...filing, form }, unit.region, (name) => match(name)?.key);
  }

  /** Of an activity that is only on site there is none. */
  async channelOf(filing: FilingRow, form: ActivityForm): Promise<OwnChannel | undefined> {
    if (form.mode === 'offline') return undefined;
    const { unit, kind } = await this.places.of(filing.organization);
    const taken = await this.channels.slugs(); // first: whoever opens the unit's channel meanwhile is then found, and is no stranger's
    const [own] = await this.channels.ofHost(unit.key);
    if (own !== undefined) return { slug: own };
    const opened = ownChannelOf({ ...unit, kind }, filing, taken);
    return { slug: opened.slug, opened };
  }
}
