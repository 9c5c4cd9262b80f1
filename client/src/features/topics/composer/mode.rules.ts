import type { modeKey, RoomMode } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';

/** Named here, so that the page need not carry the contracts for one word. */
const keyOfMode: typeof modeKey = 'mode';
const open: RoomMode = {};

/** What holds in a topic now; while nothing is known of it, it is open. */
export const modeIn = (view: TopicView | undefined): RoomMode => (view?.state[keyOfMode] as RoomMode | undefined | null) ?? open;

type Said =
  | { key: 'mode.unattended' | 'mode.closed' | 'mode.staffOnly' | 'mode.verifiedOnly' | 'mode.minors' | 'mode.emojiOnly' }
  | { key: 'mode.reviewFirst' | 'mode.newGuestsHeld' }
  | { key: 'mode.delayed' | 'mode.slow' | 'mode.slowedByItself'; seconds: number };

const secondsIn = (ms: number): number => Math.ceil(ms / 1000);

/** What one needs to know of a mode, in the order of what matters most; nothing for an open room. Of what is forbidden anyway nothing more is said. */
export function modeSaid(mode: RoomMode): readonly Said[] {
  const { closed, staffOnly, verifiedOnly, minors, emojiOnly, reviewFirst, newGuestsHeld, delayMs, slowModeMs } = mode;
  const said: Said[] = mode.unattended ? [{ key: 'mode.unattended' }] : [];
  if (closed) return [...said, { key: 'mode.closed' }];
  if (staffOnly) return [...said, { key: 'mode.staffOnly' }];
  if (verifiedOnly) said.push({ key: 'mode.verifiedOnly' });
  if (minors) said.push({ key: 'mode.minors' });
  else if (emojiOnly) said.push({ key: 'mode.emojiOnly' });
  if (reviewFirst) said.push({ key: 'mode.reviewFirst' });
  else if (newGuestsHeld && !minors) said.push({ key: 'mode.newGuestsHeld' });
  if (delayMs && !reviewFirst) said.push({ key: 'mode.delayed', seconds: secondsIn(delayMs) });
  if (slowModeMs) said.push({ key: mode.slowedByItself ? 'mode.slowedByItself' : 'mode.slow', seconds: secondsIn(slowModeMs) });
  return said;
}
