export { HandlesJob } from './handlers.js';
export { Jobs } from './jobs.js';
export { QueueModule } from './queue.module.js';
