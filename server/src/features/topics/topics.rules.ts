import { type Author, type Message, reactionNames, type Role, type SendMessage, type User } from '@yunhui/contracts';

/** Where people talk: rooms, and the hashtags that rooms carry. Lobbies, queues, desks and inboxes are spoken to by the hub alone. */
export function isConversation(topic: string): boolean {
  return /^(room|hashtag):/.test(topic);
}

export function isReaction(name: string): boolean {
  return (reactionNames as readonly string[]).includes(name);
}

/** How a speaker is named beside their words. */
export function authorOf(user: User, role?: Role): Author {
  const { id, name, region, sample } = user;
  return { id, name, ...(role && { role }), ...(region && { region }), ...(sample && { sample }) };
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
