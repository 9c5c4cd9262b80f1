/** What is remembered of one host between looks. */
export type HostStanding = { failures: number; shutUntil?: number; isTried?: boolean };

export const newHost: HostStanding = { failures: 0 };

/** So many looks in a row that reached nobody: the host is gone, and asking for its other links would only wait. */
const shutAfterFailures = 5;
/** Shorter than the patience before a link is called down, so that a host that is back is seen at once. */
const shutMs = 2_500;

/** Whether a look may go to the host now: one at a time tries a host that was shut. */
export function mayAsk(host: HostStanding, now: number): 'yes' | 'try' | 'no' {
  if (host.shutUntil === undefined) return 'yes';
  return now >= host.shutUntil && !host.isTried ? 'try' : 'no';
}

export function tried(host: HostStanding): HostStanding {
  return { ...host, isTried: true };
}

/** Puts what a look met to what is known of its host. `lot` in [0, 1) spreads the tries of many workers. */
export function afterLook(host: HostStanding, { reached, now, lot }: { reached: boolean; now: number; lot: number }): HostStanding {
  if (reached) return newHost;
  const failures = host.failures + 1;
  return failures < shutAfterFailures ? { failures } : { failures, shutUntil: now + shutMs * (0.75 + lot / 2) };
}
