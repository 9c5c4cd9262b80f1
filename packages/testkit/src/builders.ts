import { randomUUID } from 'node:crypto';
import type { Message, SendMessage, Session, StreamLink, User } from '@yunhui/contracts';
import { minutesFromNoon } from './test-clock.js';

/** A guest, who has a name and nothing else. */
export function aGuest(name = 'Ada', changes: Partial<User> = {}): User {
  return { id: randomUUID(), name, kind: 'guest', grants: [], ...changes };
}

/** An account that holds a role for a region and everything below it. */
export function aStaffMember(role: User['grants'][number]['role'], region = 'CN', changes: Partial<User> = {}): User {
  return { id: randomUUID(), name: role, kind: 'account', grants: [{ role, region }], ...changes };
}

/** Whoever looks: a device at an address, with or without somebody known behind it. */
export function aViewer(changes: { device?: string; address?: string; user?: User } = {}): {
  device: string;
  address: string;
  user?: User;
} {
  return { device: randomUUID(), address: '192.0.2.1', ...changes };
}

/** What somebody says, as the client sends it. */
export function aMessage(topic: string, text = 'hello', changes: Partial<SendMessage> = {}): SendMessage {
  return { id: randomUUID(), topic, kind: 'chat', text, ...changes };
}

/** A message as everybody sees it. */
export function aKeptMessage(changes: Partial<Message> = {}): Message {
  const { id, name } = aGuest();
  return { id: randomUUID(), kind: 'chat', text: 'hello', author: { id, name }, ...changes };
}

/** One hour from noon on the national channel. */
export function aSession(changes: Partial<Session> = {}): Session {
  const session = {
    id: randomUUID(),
    channel: 'national',
    title: '月球上的一天',
    form: 'livestream',
    state: 'scheduled',
    late: false,
  } as const;
  return { ...session, startsAt: minutesFromNoon(0).toISOString(), endsAt: minutesFromNoon(60).toISOString(), ...changes };
}

/** A live playlist that plays. */
export function aStreamLink(changes: Partial<StreamLink> = {}): StreamLink {
  return { id: randomUUID(), rank: 1, kind: 'hls-live', url: 'https://live.example/master.m3u8', health: 'ok', ...changes };
}
