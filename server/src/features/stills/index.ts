export type { KeptStill } from './stills.rules.js';
export { StillsModule } from './stills.module.js';
export { StillsService } from './stills.service.js';
