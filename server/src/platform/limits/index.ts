export type { LimitName } from './limit-kinds.js';
export { Limits } from './limits.js';
export { LimitsModule } from './limits.module.js';
