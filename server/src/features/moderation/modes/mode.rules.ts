import type { ErrorCode, RoomMode, ShieldMode, TopicMode } from '@yunhui/contracts';
import { hasLink, isEmojiOnly, isPresetPhrase } from '@yunhui/domain';

/** The topic's own mode as its row has it: what moderators set, and how far the hub itself has slowed it. */
export type OwnMode = TopicMode & { automaticSlowMs?: number };
/** What holds in a topic now. */
export type EffectiveMode = OwnMode & { unattended?: boolean };

/** What is asked of a message. Who speaks for the house in the region (host, staff) is not asked. */
export type Spoken = {
  text: string;
  /** 0 is new, 1 is known, 2 has a name to lose. */
  trust: 0 | 1 | 2;
  /** Has an account that is more than its owner's word. */
  isVerified: boolean;
  /** What screening would do by itself; what it rejects is not for a mode to judge. */
  verdict: 'pass' | 'mask' | 'hold' | 'reject' | 'mute';
};
export type Ruling =
  | { do: 'publish' }
  | { do: 'hold'; why: 'review-first' | 'new-guest' | 'risky' | 'delayed'; holdMs?: number }
  | { do: 'refuse'; code: ErrorCode };

const publish: Ruling = { do: 'publish' };
const refuse = (code: ErrorCode): Ruling => ({ do: 'refuse', code });

/**
 * What a mode does with a message. A refusal comes before a hold, for a moderator need not look at what may not be
 * said at all; a hold for a person's look before the mere delay, which would release it by itself. The hub's own phrases
 * were looked at when they were written: of them only 先审后发 asks again.
 */
export function ruleOfMode(mode: EffectiveMode, spoken: Spoken): Ruling {
  return refusalOf(mode, spoken) ?? holdOf(mode, spoken) ?? publish;
}

function refusalOf(mode: EffectiveMode, { text, isVerified }: Spoken): Ruling | undefined {
  if (mode.closed) return refuse('topic.closed');
  if (mode.staffOnly) return refuse('topic.staff-only');
  if (mode.verifiedOnly && !isVerified) return refuse('topic.verified-only');
  if (mode.minors) return isPresetPhrase(text) ? undefined : refuse('topic.phrases-only');
  if (mode.emojiOnly && !isEmojiOnly(text)) return refuse('topic.emoji-only');
  if (mode.links !== 'on' && hasLink(text)) return refuse('message.link');
  return undefined;
}

function holdOf(mode: EffectiveMode, { trust, verdict }: Spoken): Ruling | undefined {
  if (mode.reviewFirst) return { do: 'hold', why: 'review-first' };
  if (mode.newGuestsHeld && trust === 0 && !mode.minors) return { do: 'hold', why: 'new-guest' };
  if (mode.riskyHeld !== false && isRisky(verdict) && !mode.minors) return { do: 'hold', why: 'risky' };
  if (mode.delayMs) return { do: 'hold', why: 'delayed', holdMs: mode.delayMs };
  return undefined;
}

const isRisky = (verdict: Spoken['verdict']): boolean => verdict !== 'pass' && verdict !== 'mask';

/** A mode made as strict as another asks for in each point; nothing in it gets looser. */
export function stricter(mode: EffectiveMode, asked: ShieldMode): EffectiveMode {
  const { delayMs = 0, slowModeMs = 0, ...rest } = asked;
  const longer = (own: number | undefined, other: number) => Math.max(own ?? 0, other) || undefined;
  return { ...mode, ...rest, delayMs: longer(mode.delayMs, delayMs), slowModeMs: longer(mode.slowModeMs, slowModeMs) };
}

/** The topic's own mode under all shields of its place, and under the plan for rooms that nobody looks after. */
export function effectiveMode(own: OwnMode, shields: readonly ShieldMode[], unattended?: ShieldMode): EffectiveMode {
  const shielded = shields.reduce(stricter, own as EffectiveMode);
  return unattended ? { ...stricter(shielded, unattended), unattended: true } : shielded;
}

/** How long one waits between two messages: the longer of what is asked for and what the crowd makes necessary. */
export function slowModeOf({ slowModeMs = 0, automaticSlow, automaticSlowMs = 0 }: EffectiveMode): number {
  return Math.max(slowModeMs, automaticSlow === 'off' ? 0 : automaticSlowMs);
}

/** What everybody may know of it: only what differs from an open room. */
export function roomModeOf(mode: EffectiveMode): RoomMode {
  const slow = slowModeOf(mode);
  const set = (name: 'closed' | 'staffOnly' | 'verifiedOnly' | 'emojiOnly' | 'minors' | 'reviewFirst' | 'newGuestsHeld' | 'unattended') =>
    mode[name] ? { [name]: true } : {};
  return {
    ...set('closed'),
    ...set('staffOnly'),
    ...set('verifiedOnly'),
    ...set('emojiOnly'),
    ...set('minors'),
    ...set('reviewFirst'),
    ...set('newGuestsHeld'),
    ...(mode.links === 'on' && { links: 'on' as const }),
    ...(mode.delayMs && { delayMs: mode.delayMs }),
    ...(slow > 0 && { slowModeMs: slow }),
    ...(slow > (mode.slowModeMs ?? 0) && { slowedByItself: true }),
    ...set('unattended'),
  };
}

/** The same in words, for a client that does not know modes. */
export function wordsOf(room: RoomMode): string {
  const seconds = (ms: number) => Math.ceil(ms / 1_000);
  const parts = [
    room.unattended && '无人值守模式',
    room.closed && '这里暂时不能发言',
    !room.closed && room.staffOnly && '现在只有主播方和工作人员发言',
    !room.closed && !room.staffOnly && room.verifiedOnly && '登录后才能发言',
    room.minors && '用准备好的短句和表情互动',
    room.emojiOnly && !room.minors && '现在只发表情',
    room.reviewFirst && '先审后发',
    room.newGuestsHeld && !room.reviewFirst && '新来的朋友说的话先看过再发',
    room.delayMs && `说的话 ${seconds(room.delayMs)} 秒后出现`,
    room.slowModeMs && `${room.slowedByItself ? '说话的人很多，' : ''}每 ${seconds(room.slowModeMs)} 秒可以说一条`,
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? '这里可以发言' : parts.join('；');
}

/** The entry of a mode: what holds, and the same in words. */
export function saidOf(room: RoomMode): Record<string, unknown> {
  return { closed: false, slowModeMs: 0, ...room, fallback: wordsOf(room) };
}

/** Whether two modes look the same to everybody. */
export function isSameRoomMode(one: RoomMode, other: RoomMode): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
