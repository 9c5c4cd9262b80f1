import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ActivitiesModule } from '../activities/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { InboxModule } from '../inbox/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { StreamsModule } from '../streams/index.js';
import { ChangeDecisionsService } from './changes/change-decisions.service.js';
import { ChangeRights } from './changes/change-rights.js';
import { ChangesController } from './changes/changes.controller.js';
import { ChangesProcessor } from './changes/changes.processor.js';
import { ChangesRepository } from './changes/changes.repository.js';
import { GrantedChangesService } from './changes/granted-changes.service.js';
import { ChangeRequestsService } from './changes/requests.service.js';
import { DraftsService } from './filing/drafts.service.js';
import { FilingCovers } from './filing/filing-covers.js';
import { FilingsController } from './filing/filings.controller.js';
import { OwnFilings } from './filing/own-filings.js';
import { SubmissionsService } from './filing/submissions.service.js';
import { UnitsService } from './filing/units.service.js';
import { FilingFindingsService } from './filing-findings.service.js';
import { FilingHistoryRepository } from './filing-history.repository.js';
import { FiledActivities } from './filed-activities.service.js';
import { FilingNews } from './filing-news.js';
import { FilingPlaces } from './filing-places.js';
import { FilingViews } from './filing-views.js';
import { FilingsRepository } from './filings.repository.js';
import { LifecycleProcessor } from './lifecycle/lifecycle.processor.js';
import { LifecycleService } from './lifecycle/lifecycle.service.js';
import { ProgrammeParts } from './publication/programme-parts.service.js';
import { ProgrammeService } from './publication/programme.service.js';
import { PublicationProcessor } from './publication/publication.processor.js';
import { PublicationService } from './publication/publication.service.js';
import { BulkService } from './review/bulk.service.js';
import { ReviewClaimsRepository } from './review/claims.repository.js';
import { DecisionsService } from './review/decisions.service.js';
import { RecordHistoryService } from './review/record-history.service.js';
import { ReviewDesk } from './review/review-desk.js';
import { ReviewQueueRepository } from './review/review-queue.repository.js';
import { ReviewViews } from './review/review-views.js';
import { ReviewsController } from './review/reviews.controller.js';
import { ReviewsService } from './review/reviews.service.js';
import { ScoresRepository } from './review/scores.repository.js';
import { ScoresService } from './review/scores.service.js';
import { ReviewHints } from './review-hints.js';
import { ExportsService } from './sheet/exports.service.js';
import { ImportsService } from './sheet/imports.service.js';
import { SheetsController } from './sheet/sheets.controller.js';
import { ListKeysRepository } from './supplement/list-keys.repository.js';
import { MeasurementsService } from './supplement/measurements.service.js';
import { SupplementReminders } from './supplement/reminders.service.js';
import { SealedLists } from './supplement/sealed-lists.js';
import { SupplementOpening } from './supplement/supplement-opening.service.js';
import { SupplementPictures } from './supplement/supplement-pictures.js';
import { SupplementReviewsService } from './supplement/supplement-reviews.service.js';
import { SupplementViews } from './supplement/supplement-views.js';
import { SupplementsController } from './supplement/supplements.controller.js';
import { SupplementsProcessor } from './supplement/supplements.processor.js';
import { SupplementsRepository } from './supplement/supplements.repository.js';
import { SupplementsService } from './supplement/supplements.service.js';
import { TransitionsService } from './transitions.service.js';

/** Owns filings 填报: an activity from its host's draft through the ladder's review to the programme, what becomes of it there, and what its host supplements. */
@Module({
  imports: [
    AccountsModule,
    ActivitiesModule,
    CampaignsModule,
    ChannelsModule,
    InboxModule,
    OrganizationsModule,
    RegionsModule,
    ScheduleModule,
    StreamsModule,
  ],
  // Before the filings: their routes are of a filing by its id.
  controllers: [SheetsController, FilingsController, ReviewsController, ChangesController, SupplementsController],
  providers: [
    FilingsRepository,
    FilingHistoryRepository,
    ReviewHints,
    FilingNews,
    TransitionsService,
    FilingPlaces,
    FilingFindingsService,
    FilingViews,
    OwnFilings,
    FilingCovers,
    DraftsService,
    SubmissionsService,
    UnitsService,
    ReviewQueueRepository,
    ReviewClaimsRepository,
    ReviewViews,
    ReviewDesk,
    RecordHistoryService,
    ReviewsService,
    DecisionsService,
    BulkService,
    ScoresRepository,
    ScoresService,
    ImportsService,
    ExportsService,
    ProgrammeParts,
    ProgrammeService,
    PublicationService,
    PublicationProcessor,
    ChangesRepository,
    ChangeRights,
    ChangeRequestsService,
    ChangeDecisionsService,
    GrantedChangesService,
    ChangesProcessor,
    SupplementsRepository,
    ListKeysRepository,
    SealedLists,
    MeasurementsService,
    SupplementOpening,
    SupplementViews,
    SupplementPictures,
    SupplementsService,
    SupplementReviewsService,
    SupplementReminders,
    SupplementsProcessor,
    LifecycleService,
    LifecycleProcessor,
    FiledActivities,
  ],
  exports: [FiledActivities],
})
export class RegistrationModule {}
