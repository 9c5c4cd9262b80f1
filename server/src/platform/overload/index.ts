export { Ladder } from './ladder.js';
export { isAtLeast } from './ladder.rules.js';
export { OverloadModule } from './overload.module.js';
