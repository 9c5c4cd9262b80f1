export { Outbound, OutboundError, type OutboundAnswer, type OutboundLimits } from './outbound.js';
export { OutboundModule } from './outbound.module.js';
export type { OutboundVerdict } from './outbound.rules.js';
