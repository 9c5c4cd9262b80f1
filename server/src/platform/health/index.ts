export { Departure } from './departure.js';
export { HealthModule } from './health.module.js';
