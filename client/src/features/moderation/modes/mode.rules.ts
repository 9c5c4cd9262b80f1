import type { RoomMode, TopicMode } from '@yunhui/contracts';

/** The switches of a mode that are on or off, the strictest first. */
export const modeSwitches = [
  'closed',
  'staffOnly',
  'minors',
  'emojiOnly',
  'verifiedOnly',
  'reviewFirst',
  'newGuestsHeld',
] as const satisfies readonly (keyof TopicMode & keyof RoomMode)[];
export type ModeSwitch = (typeof modeSwitches)[number];

/** What stands under a room's name: the strictest that holds there, and how long of what is a time. */
export type ModeWord = { word: ModeSwitch | 'unattended' | 'open' } | { word: 'delayMs' | 'slowModeMs'; seconds: number };

export function modeWordOf(room: RoomMode): ModeWord {
  const strictest = modeSwitches.find((name) => name !== 'newGuestsHeld' && room[name]);
  if (strictest) return { word: strictest };
  if (room.delayMs) return { word: 'delayMs', seconds: Math.round(room.delayMs / 1000) };
  if (room.slowModeMs) return { word: 'slowModeMs', seconds: Math.round(room.slowModeMs / 1000) };
  if (room.unattended) return { word: 'unattended' };
  return { word: room.newGuestsHeld ? 'newGuestsHeld' : 'open' };
}

/** The times one chooses from; none is off. */
export const slowChoicesMs = [5_000, 15_000, 30_000, 60_000, 300_000] as const;
export const delayChoicesMs = [3_000, 5_000, 8_000, 15_000, 30_000] as const;

const quickSlowMs = [5_000, 15_000, 30_000];

/** One step of the key for slow mode: 5 s, 15 s, 30 s, and off again. */
export function slowerMode(mode: TopicMode): TopicMode {
  const { slowModeMs, ...rest } = mode;
  const next = quickSlowMs.find((ms) => ms > (slowModeMs ?? 0));
  return next === undefined ? rest : { ...rest, slowModeMs: next };
}

/** Whether two modes ask the same: what is off is left out of both, in whatever order their parts were written. */
export const isSameMode = (one: TopicMode, other: TopicMode): boolean =>
  [...Object.keys(one), ...Object.keys(other)].every((part) => one[part as keyof TopicMode] === other[part as keyof TopicMode]);

/** A mode with one part another. What is off is left out: it is as in an open room. */
export function withPart<Part extends keyof TopicMode>(mode: TopicMode, part: Part, value: TopicMode[Part] | undefined): TopicMode {
  const { [part]: _before, ...rest } = mode;
  return value === undefined || value === false ? rest : { ...rest, [part]: value };
}
