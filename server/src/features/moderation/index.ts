export { ModesModule } from './modes/modes.module.js';
export { TopicModes, type TopicRules } from './modes/topic-modes.js';
export { NewcomersModule } from './newcomers/newcomers.module.js';
export { NewcomersService } from './newcomers/newcomers.service.js';
export { PeopleModule } from './people.module.js';
export { screen } from './screening.rules.js';
export { StandingModule } from './standing/standing.module.js';
export { StandingService } from './standing/standing.service.js';
