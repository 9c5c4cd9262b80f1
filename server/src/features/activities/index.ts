export { ActivitiesModule } from './activities.module.js';
export { ActivitiesService } from './activities.service.js';
export type { Activity } from './activities.repository.js';
