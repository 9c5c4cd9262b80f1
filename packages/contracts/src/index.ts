export * from './accounts.js';
export * from './campaigns.js';
export * from './channels.js';
export * from './errors.js';
export * from './events.js';
export * from './ids.js';
export * from './lobby.js';
export * from './topics.js';
