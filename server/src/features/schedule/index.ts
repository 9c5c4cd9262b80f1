export { ScheduleModule } from './schedule.module.js';
export { ReleasesService } from './releases.service.js';
export { judgeSignal, type PlannedSession, toSession } from './schedule.rules.js';
export { type ChangedSession, ScheduleChangesService } from './schedule-changes.service.js';
export { ScheduleService, type SessionPlan } from './schedule.service.js';
