import type { Author, ErrorCode, Grant, Message, Role, SendMessage, User } from '@yunhui/contracts';
import type { TopicMode } from '../../platform/realtime/index.js';

/** Whether somebody may speak in a topic now. */
export type Verdict = { allowed: true } | { allowed: false; code: ErrorCode };

/**
 * A closed topic takes nobody's word but that of the people responsible for it. The same is checked
 * again under the lock; here it only spares the queue.
 */
export function judgeSpeaker(mode: TopicMode, trusted: boolean): Verdict {
  return mode.closed && !trusted ? { allowed: false, code: 'topic.closed' } : { allowed: true };
}

const rank: readonly Role[] = ['operator', 'moderator', 'reviewer', 'host'];

/** The highest role somebody has in a region: their grants count where they hold, and below. `path`: the region and everything above it. */
export function roleIn(grants: readonly Grant[], path: readonly string[]): Role | undefined {
  return rank.find((role) => grants.some((grant) => grant.role === role && path.includes(grant.region)));
}

/** How a speaker is named beside their words. */
export function authorOf(user: User, role?: Role): Author {
  return { id: user.id, name: user.name, ...(role && { role }), ...(user.sample && { sample: true }) };
}

/** The message as everybody will see it; the quote of a reply is put in by the append, under the lock. */
export function messageOf(
  request: SendMessage,
  author: Author,
  kept: { text: string; masked: boolean },
): Omit<Message, 'replyTo'> & { replyTo?: { seq: number } } {
  const { id, kind, mediaAt, style, replyTo } = request;
  return {
    id: id.toLowerCase(),
    kind,
    text: kept.text,
    author,
    ...(kept.masked && { masked: true }),
    ...(mediaAt !== undefined && { mediaAt }),
    ...(style && { style }),
    ...(replyTo !== undefined && { replyTo: { seq: replyTo } }),
  };
}
