export { ModerationModule } from './moderation.module.js';
export { TopicModes, type TopicRules } from './modes/topic-modes.js';
export { NewcomersModule } from './newcomers/newcomers.module.js';
export { NewcomersService } from './newcomers/newcomers.service.js';
export { HoldNotes } from './queue/verdicts/hold-notes.js';
export { keptWords } from './screening/kept-words.rules.js';
export { ListsService } from './screening/lists.service.js';
export { MessageJudge } from './screening/message-judge.js';
export { StandingService } from './standing/standing.service.js';
