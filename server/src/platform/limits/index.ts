export { Ceilings } from './ceilings.js';
export { Limits } from './limits.js';
export { LimitsModule } from './limits.module.js';
