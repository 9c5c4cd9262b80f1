export { LoopLag } from './loop-lag.js';
export { Metrics } from './metrics.js';
export { MetricsModule } from './metrics.module.js';
