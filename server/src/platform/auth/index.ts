export { type Audience, mayRead } from './may-read.js';
export { type Action, may, type Subject } from './policy.js';
export { type RegionPath, shortRegionPath } from './region-path.js';
export type { Viewer } from './viewer.js';
