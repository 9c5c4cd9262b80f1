import type { Entry, OwnSanction, OwnStanding, RoomMode, User } from '@yunhui/contracts';
import { hasLink, isEmojiOnly } from '@yunhui/domain';
import type { ConnectionState, OwnMessage } from '@yunhui/realtime-client';

/** What the composer lets one do, and why not more. */
export type ComposerState =
  | { kind: 'asking' }
  | { kind: 'nameless' }
  | { kind: 'ready' }
  | { kind: 'slow'; seconds: number }
  | { kind: 'muted'; until: number }
  | { kind: 'banned' }
  | { kind: 'closed' }
  | { kind: 'staff-only' }
  /** A guest cannot speak here; who signs in can. */
  | { kind: 'verified-only' };

/** Until when one has to wait, by the hub's clock. */
export type Waits = { mutedUntil?: number | undefined; slowUntil?: number | undefined };

const isMode = ({ kind }: Entry): boolean => kind === 'mode';

/**
 * When slow mode lets one speak again, told from one's last words since the mode was last another, before the hub has to
 * refuse. Who speaks for the house is not slowed.
 */
export function slowUntil(entries: readonly Entry[], { slowModeMs = 0 }: RoomMode, me: string | undefined, isHouse: boolean): number {
  if (!(slowModeMs > 0) || isHouse || !me) return 0;
  const since = entries.findLast(isMode)?.seq ?? 0;
  const mine = (entry: Entry) => entry.kind === 'message' && 'author' in entry.message && entry.message.author.id === me;
  const last = entries.findLast(mine);
  return last && last.seq > since ? last.at + slowModeMs : 0;
}

/** Whether a ban has closed the connection: it holds everywhere. Of one that holds in a region one's standing there tells. */
export const isBanned = (connection: ConnectionState): boolean => connection.status === 'closed' && connection.reason === 'banned';

/** Whether what was decided about one has time left; what has no end has. */
export const holds = (sanction: Pick<OwnSanction, 'until'> | undefined, now: number): boolean =>
  sanction !== undefined && (sanction.until === undefined || Date.parse(sanction.until) > now);

/** Whether one's words were refused for who one is: then one asks what holds. */
export const wasRefused = (own: readonly OwnMessage[]): boolean =>
  own.some(({ error }) => error?.code === 'topic.muted' || error?.code === 'account.banned');

/** The longer of what the hub has said of one's standing and what it answered to one's own messages, unless it has said since that nothing holds (`lifted`). */
export function waitsOf(own: readonly OwnMessage[], mutedUntil = 0, lifted = false): Waits {
  const until = (code: string) => Math.max(0, ...own.map(({ at, error }) => (error?.code === code ? at + (error.retryAfterMs ?? 0) : 0)));
  return { mutedUntil: lifted ? mutedUntil : Math.max(mutedUntil, until('topic.muted')), slowUntil: until('topic.slow-mode') };
}

/**
 * A ban outweighs everything: one is not here. A closed room outweighs a mute, and a mute the slow mode, as in the hub: nobody need learn of what does not matter.
 * A name is asked for before anything that concerns one as a speaker, but not where a name would not help.
 */
export function composerStateOf({
  viewer,
  isHouse = false,
  mode,
  banned = false,
  waits,
  now,
}: {
  viewer: User | null | undefined;
  isHouse?: boolean;
  mode: RoomMode;
  banned?: boolean;
  waits: Waits;
  now: number;
}): ComposerState {
  if (banned) return { kind: 'banned' };
  if (mode.closed) return { kind: 'closed' };
  if (mode.staffOnly && !isHouse) return { kind: 'staff-only' };
  if (viewer === undefined) return { kind: 'asking' };
  if (mode.verifiedOnly && viewer?.kind !== 'account') return { kind: 'verified-only' };
  if (viewer === null) return { kind: 'nameless' };
  const { mutedUntil = 0, slowUntil = 0 } = waits;
  if (mutedUntil > now) return { kind: 'muted', until: mutedUntil };
  if (slowUntil > now) return { kind: 'slow', seconds: Math.ceil((slowUntil - now) / 1000) };
  return { kind: 'ready' };
}

/** What the composer's place says itself need not be said beside it; that nobody is on duty it does not say. */
export function noteBeside(mode: RoomMode, { kind }: ComposerState): RoomMode {
  const isSaid = kind === 'closed' || kind === 'staff-only' || kind === 'verified-only';
  return isSaid ? { unattended: mode.unattended } : mode;
}

/** Whether one speaks for the house here: no mode asks then. Until the hub has said where a grant holds, it is trusted; the hub asks again. */
export const speaksForHouse = (viewer: User | null | undefined, standing: Pick<OwnStanding, 'role'> | undefined): boolean =>
  (viewer?.grants.length ?? 0) > 0 && (standing === undefined || standing.role !== undefined);

/** Why a mode would not take these words, told while they are written; the hub asks again. */
export function unfitFor({ emojiOnly, links }: RoomMode, text: string): 'emoji-only' | 'link' | undefined {
  if (text.trim() === '') return undefined;
  if (emojiOnly && !isEmojiOnly(text)) return 'emoji-only';
  return links !== 'on' && hasLink(text) ? 'link' : undefined;
}
