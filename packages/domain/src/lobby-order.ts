import type { LiveState, LobbyChannel } from '@yunhui/contracts';

/** What is nearest to being watched comes first. */
const rankOf: Record<LiveState, number> = { live: 0, interrupted: 1, due: 2, scheduled: 3, replay: 4, ended: 5, blocked: 6 };

/**
 * The order of the lobby: live, interrupted, due, then what starts next, replays and what has ended,
 * the latest first. Among the live, a programme comes before a repeat, that before a channel that
 * never stops, and more viewers before fewer; the slug decides what is left, so that two readers see one order.
 */
export function byNearnessToAir(a: LobbyChannel, b: LobbyChannel): number {
  const over = a.state === 'replay' || a.state === 'ended';
  return (
    rankOf[a.state] - rankOf[b.state] ||
    Number(a.roundTheClock ?? false) - Number(b.roundTheClock ?? false) ||
    (a.state === 'live' ? Number(a.session?.repeat ?? false) - Number(b.session?.repeat ?? false) : 0) ||
    (a.state === 'live' ? b.viewers - a.viewers : 0) ||
    (over ? -1 : 1) * (startOf(a) - startOf(b)) ||
    (a.slug < b.slug ? -1 : Number(a.slug > b.slug))
  );
}

/** Without a session it comes after those that have one; a finite number, so that a difference is one too. */
function startOf({ session }: LobbyChannel): number {
  return session?.start ?? Number.MAX_SAFE_INTEGER;
}
