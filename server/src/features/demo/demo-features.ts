import { Injectable } from '@nestjs/common';
import { ActivitiesService } from '../activities/index.js';
import { CampaignsService } from '../campaigns/index.js';
import { ChannelsService } from '../channels/index.js';
import { ListsService } from '../moderation/index.js';
import { OrganizationsService } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';
import { StreamsService } from '../streams/index.js';

/** The front doors that the demo's data goes in by: it touches nobody's tables. */
@Injectable()
export class DemoFeatures {
  constructor(
    readonly regions: RegionsService,
    readonly organizations: OrganizationsService,
    readonly campaigns: CampaignsService,
    readonly activities: ActivitiesService,
    readonly channels: ChannelsService,
    readonly streams: StreamsService,
    readonly lists: ListsService,
  ) {}
}
