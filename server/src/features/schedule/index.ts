export { ScheduleModule } from './schedule.module.js';
export { judgeSignal, type PlannedSession, toSession } from './schedule.rules.js';
export { ScheduleChangesService } from './schedule-changes.service.js';
export { ScheduleService, type SessionPlan } from './schedule.service.js';
