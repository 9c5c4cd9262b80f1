export { DemoFilers } from './demo-filers.js';
export { DemoModule } from './demo.module.js';
export { DemoVisits } from './demo-visits.js';
