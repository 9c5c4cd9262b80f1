import type { ConnectionState, ServingState } from '@yunhui/realtime-client';

/** Shorter cuts are healed before anyone has read a sentence about them. */
export const quietMs = 3_000;

export type ResumeBanner =
  | { kind: 'waiting'; seconds: number }
  | { kind: 'retrying' }
  | { kind: 'polling' }
  /** The hub is overloaded: it shows every second message, or none for now, or is asked now and then. */
  | { kind: 'sampled' | 'resting' | 'crowded' }
  | { kind: 'closed' }
  | { kind: 'banned' };

/** Why there will be no other try. A hub that speaks another protocol has a newer page to go with it, which the shell says. */
const endings = { banned: { kind: 'banned' }, protocol: undefined, closed: { kind: 'closed' } } as const;

/** What the hub leaves out while it holds our connection. */
const leftOut = { full: undefined, sampled: { kind: 'sampled' }, state: { kind: 'resting' }, http: undefined } as const;

/**
 * What is said about the connection, if anything: nothing while it holds and for 3 s after it was lost.
 * A try that is under way has no countdown; following by HTTP is said as long as it lasts, being slower, but not
 * when the device has no network at all: then nothing is updated in any way. What an overloaded hub leaves out is said for
 * as long as it does; that frames come a little less often is nothing that anybody could see.
 */
export function resumeBanner({
  connection,
  serving = 'full',
  awayMs,
  now,
  online,
}: {
  connection: ConnectionState;
  serving?: ServingState['mode'];
  awayMs: number;
  now: number;
  online: boolean;
}): ResumeBanner | undefined {
  if (serving === 'http' && connection.status !== 'closed' && online) return { kind: 'crowded' };
  switch (connection.status) {
    case 'connected':
      return leftOut[serving];
    case 'closed':
      return endings[connection.reason];
    case 'connecting':
      return awayMs < quietMs ? undefined : { kind: 'retrying' };
    case 'polling':
    case 'waiting': {
      if (awayMs < quietMs) return undefined;
      if (connection.status === 'polling' && online) return { kind: 'polling' };
      const seconds = Math.ceil((connection.retryAt - now) / 1000);
      return seconds > 0 ? { kind: 'waiting', seconds } : { kind: 'retrying' };
    }
  }
}
