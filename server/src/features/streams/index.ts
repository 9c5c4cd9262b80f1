export { StreamsModule } from './streams.module.js';
export { type LinkFacts, noLinks, type PlannedLink, StreamsService } from './streams.service.js';
