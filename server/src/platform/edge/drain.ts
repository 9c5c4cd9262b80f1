import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'socket.io';

/** Sockets leave over this time, a few each step: those that another node gets are no burst there. */
const [leaveOverMs, steps] = [1_000, 20];
/** What was asked before the end is still answered. */
const answersWithinMs = 1_500;
const stepMs = leaveOverMs / steps;

/** Whoever is cut comes back within this time, by lot: a millisecond for each who is cut, so that a large node is as gentle as a small one. */
export function comeBackWithinMs(sockets: number): number {
  return Math.min(8_000, Math.max(1_000, sockets));
}

/**
 * Sends everybody away: each gets an answer to what they asked, a word when to come back, and is cut. The
 * wait is by lot, so there is no second wave where they arrive; a few sockets leave at once.
 */
export async function sendAway(sockets: readonly Socket[], isAnswered: (socket: Socket) => boolean): Promise<void> {
  const spreadMs = comeBackWithinMs(sockets.length);
  const perStep = Math.max(25, Math.ceil(sockets.length / steps));
  const until = performance.now() + answersWithinMs;
  let left = [...sockets];
  while (left.length > 0) {
    const isLate = performance.now() >= until;
    const ready = left.filter((socket) => isLate || isAnswered(socket)).slice(0, isLate ? left.length : perStep);
    for (const socket of ready) {
      socket.emit('notice', { kind: 'close', reason: 'drain', retryAfterMs: Math.round(Math.random() * spreadMs) });
      socket.disconnect(true);
    }
    const gone = new Set(ready);
    left = left.filter((socket) => !gone.has(socket) && socket.connected);
    if (left.length > 0) await pause(stepMs);
  }
}
