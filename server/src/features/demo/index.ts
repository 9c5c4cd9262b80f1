export { DemoModule } from './demo.module.js';
export { DemoVisits } from './demo-visits.js';
