import {
  ClientClosedError,
  ClientOfflineError,
  ConnectionTimeoutError,
  DisconnectsClientError,
  RootNodesUnavailableError,
  SocketClosedUnexpectedlyError,
  SocketTimeoutError,
} from 'redis';

const gone = [
  ClientClosedError,
  ClientOfflineError,
  ConnectionTimeoutError,
  DisconnectsClientError,
  RootNodesUnavailableError,
  SocketClosedUnexpectedlyError,
  SocketTimeoutError,
];

/** ioredis, which serves jobs in a Cluster, has no types of its own for these; Redis says CLUSTERDOWN while a shard is missing. */
const goneWords = /^(Connection is closed|Failed to refresh slots cache|None of startup nodes is available|CLUSTERDOWN )/;

/** Whether a failure says no more than that the connection to Redis went away under a command. */
export function isRedisGone(reason: unknown): boolean {
  return gone.some((kind) => reason instanceof kind) || (reason instanceof Error && goneWords.test(reason.message));
}
