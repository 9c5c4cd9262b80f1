export { FilersModule } from './filers.module.js';
export { type LinkRow, OneTimeLinksRepository } from './one-time-links.repository.js';
export { RecoveriesService } from './recoveries.service.js';
