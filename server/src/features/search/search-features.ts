import { Injectable } from '@nestjs/common';
import { ActivitiesService } from '../activities/index.js';
import { HashtagCards } from '../campaigns/index.js';
import { ChannelsService } from '../channels/index.js';
import { OrganizationsService } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';
import { ScheduleService } from '../schedule/index.js';

/** The front doors of everything that can be found: search touches nobody's tables. */
@Injectable()
export class SearchFeatures {
  constructor(
    readonly channels: ChannelsService,
    readonly schedule: ScheduleService,
    readonly organizations: OrganizationsService,
    readonly activities: ActivitiesService,
    readonly hashtags: HashtagCards,
    readonly regions: RegionsService,
  ) {}
}
