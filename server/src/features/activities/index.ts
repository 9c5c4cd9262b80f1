export { ActivitiesModule } from './activities.module.js';
export { ActivitiesService } from './activities.service.js';
export type { Activity, KnownActivity } from './activities.repository.js';
export type { ActivityParty } from './activities.tables.js';
