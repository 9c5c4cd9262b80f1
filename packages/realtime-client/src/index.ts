import type { RealtimeClient, RealtimeClientOptions } from './api.js';

export type {
  ConnectionState, FollowOptions, LifecycleSource, OutgoingMessage, RealtimeClient, RealtimeClientOptions, StartPosition, Stop,
} from './api.js';
export { RequestRefused } from './request-refused.js';
export type { Settings } from './settings.js';
export type { OwnMessage, TopicView } from './topic-view.js';
export declare const createRealtimeClient: (options: RealtimeClientOptions) => RealtimeClient;
