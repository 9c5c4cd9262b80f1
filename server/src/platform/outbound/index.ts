export { Outbound, OutboundError } from './outbound.js';
export { OutboundModule } from './outbound.module.js';
