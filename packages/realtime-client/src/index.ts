export type {
  ConnectionState,
  FollowOptions,
  LifecycleSource,
  OutgoingMessage,
  RealtimeClient,
  RealtimeClientOptions,
  ServingState,
  StartPosition,
  Stop,
} from './api.js';
export { createRealtimeClient } from './realtime-client.js';
export { RequestRefused } from './request-refused.js';
export type { Settings } from './settings.js';
export type { OwnMessage, TopicView } from './topic-view.js';
export { uuidV7 } from './uuid-v7.js';
