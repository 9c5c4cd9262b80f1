export { type OutboundAnswer, OutboundError } from './outbound-answer.js';
export type { OutboundVerdict } from './outbound-route.js';
export { Outbound } from './outbound.js';
export { OutboundModule } from './outbound.module.js';
export { signedHeaders } from './signed-headers.js';
