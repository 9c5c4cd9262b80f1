export * from './clip.js';
export * from './live-state.js';
export * from './lobby-order.js';
export * from './lobby-tile.js';
export * from './on-air.js';
export * from './rounded-viewers.js';
export * from './shanghai-day.js';
