export { FiledActivities } from './filed-activities.service.js';
export { RegistrationModule } from './registration.module.js';
