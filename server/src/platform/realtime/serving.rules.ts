import type { LadderLevel, ServingMode } from '@yunhui/contracts';

/** What is known of the person behind a connection. */
export type Attention = {
  isStaff: boolean;
  /** Said or reacted lately. */
  types: boolean;
  /** Their player made progress lately. */
  plays: boolean;
  /** Came so lately that nobody can know. */
  isNew: boolean;
  /** The node is still overloaded, or operators said so. */
  wantsMore: boolean;
};

/**
 * How a connection is served on a level. Who types keeps the socket on which their answers come, and staff theirs, for
 * they can help; who plays loses it only when sending away the others was not enough.
 */
export function modeFor(level: LadderLevel, { isStaff, types, plays, isNew, wantsMore }: Attention): ServingMode {
  const isNeeded = isStaff || types;
  switch (level) {
    case 'full':
    case 'slow':
      return 'full';
    case 'sampled':
      return 'sampled';
    case 'state':
      return isNeeded || plays || isNew ? 'sampled' : 'state';
    case 'http':
      return isNeeded || (plays && !wantsMore) ? 'sampled' : 'http';
  }
}
