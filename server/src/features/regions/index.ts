export { RegionsModule } from './regions.module.js';
export { type RegionCard, RegionsService } from './regions.service.js';
export type { NewRegion } from './regions.repository.js';
