/**
 * What the player does. `link` is the place in the list of links, best first; `tried` counts those that were given up
 * in this round.
 *
 * - `refused`: the browser lets nothing play before a tap, not even muted.
 * - `exhausted`: every link has failed; `round` counts how often, and the slate says so until the next try.
 */
export type PlayerState =
  | { phase: 'idle' }
  | { phase: 'connecting'; link: number; round: number; tried: number }
  | { phase: 'playing'; link: number }
  | { phase: 'buffering'; link: number; round: number }
  | { phase: 'paused'; link: number }
  | { phase: 'refused'; link: number }
  | { phase: 'finished' }
  | { phase: 'exhausted'; round: number };

export type PlayerEvent =
  | { type: 'load'; links: number }
  | { type: 'progress' }
  | { type: 'waiting' }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'autoplay refused' }
  | { type: 'finished' }
  /** The viewer takes this source, or the same one in another way. */
  | { type: 'chosen'; link: number }
  /** The list is another, and what plays has this place in it now. */
  | { type: 'relinked'; link: number }
  /** The link that plays is given up; `links` is how many there are, and `next` the place of the one to try. */
  | { type: 'failed'; links: number; next: number }
  | { type: 'retry'; links: number };

export const idle: PlayerState = { phase: 'idle' };

const roundOf = (state: PlayerState): number => ('round' in state ? state.round : 0);
const connect = (link: number, round = 0): PlayerState => ({ phase: 'connecting', link, round, tried: 0 });

/** Where to go is the failover's to say (`failover.rules`); here is only counted when nothing is left to try. */
function afterFailure(state: Extract<PlayerState, { link: number }>, links: number, next: number): PlayerState {
  const tried = (state.phase === 'connecting' ? state.tried : 0) + 1;
  const round = roundOf(state);
  if (tried >= links) return { phase: 'exhausted', round: round + 1 };
  return { phase: 'connecting', link: next, round, tried };
}

/** Progress of the picture outweighs every word about it: only a new load or a failure leaves `playing` behind. */
export function nextPlayerState(state: PlayerState, event: PlayerEvent): PlayerState {
  switch (event.type) {
    case 'load':
      return event.links === 0 ? idle : connect(0);
    case 'retry':
      return state.phase !== 'exhausted' ? state : event.links === 0 ? idle : connect(0, state.round);
    case 'chosen':
      return connect(event.link);
    case 'relinked':
      return 'link' in state ? { ...state, link: event.link } : state;
    case 'failed':
      return 'link' in state ? afterFailure(state, event.links, event.next) : state;
    case 'progress':
      return state.phase === 'playing' || !('link' in state) ? state : { phase: 'playing', link: state.link };
    case 'waiting':
      return state.phase === 'playing' ? { phase: 'buffering', link: state.link, round: 0 } : state;
    case 'paused':
      return 'link' in state && state.phase !== 'refused' ? { phase: 'paused', link: state.link } : state;
    case 'resumed':
      return state.phase === 'paused' || state.phase === 'refused' ? connect(state.link) : state;
    case 'autoplay refused':
      return 'link' in state ? { phase: 'refused', link: state.link } : state;
    case 'finished':
      return state.phase === 'idle' ? state : { phase: 'finished' };
  }
}

/** How long after all links have failed they are tried again: longer each time, and by lot, since thousands fail at once. */
export const retryDelayMs = (round: number, lot: number): number => Math.min(4_000 * 2 ** Math.max(0, round - 1), 30_000) * (0.5 + lot / 2);

/** Media errors are recovered at most once per 5 s: a stream that breaks faster than that is given up. */
export const mayRecover = (lastRecoveredAt: number | undefined, now: number): boolean =>
  lastRecoveredAt === undefined || now - lastRecoveredAt >= 5_000;

/** Behind the live edge by more than this, the way back is offered. */
export const farBehindS = 10;
