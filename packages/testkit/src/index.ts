export * from './builders.js';
export * from './places.js';
export * from './postgres.js';
export * from './processes.js';
export * from './redis-cluster.js';
export * from './redis.js';
export * from './stores.js';
export * from './test-clock.js';
