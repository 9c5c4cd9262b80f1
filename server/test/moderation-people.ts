import { randomUUID } from 'node:crypto';
import { type PlaceSanction, Sanction, SignedIn, type Standing } from '@yunhui/contracts';
import { createRealtimeClient, type RealtimeClient } from '@yunhui/realtime-client';
import { expect } from 'vitest';
import { posted } from './http-hub.js';
import type { ProgrammeHub } from './programme-hub.js';

export type Person = { id: string; ticket: string };
/** What saying something was answered. */
export type Said = { id: string; status: number; body: { code?: string; retryAfterMs?: number; seq?: number; status?: string } };
export type Listening = { client: RealtimeClient; standings: Standing[] };

export const guangxi = 'room:guangxi';
export const beijing = 'room:beijing';
export const soon = { timeout: 3_000, interval: 30 };
export const testPassword = 'a password of the test';

/** People and moderators of a hub, as tests of what is done about people need them. */
export type ModeratedHub = Disposable & {
  aGuest(name?: string): Promise<Person>;
  /** A request with somebody's ticket. */
  as(person: Person, path: string, body?: object): Promise<Response>;
  say(person: Person, topic?: string, text?: string, id?: string): Promise<Said>;
  /** A request of the staff, below /api/v1/moderation. */
  staff(login: string, path: string, body?: object, method?: string): Promise<Response>;
  place(person: Person, wanted: Partial<PlaceSanction>, login?: string): Promise<Response>;
  /** Somebody who follows a topic, and hears what holds for them. */
  listening(person: Person, topic?: string): Promise<Listening>;
  client(person: Person): Promise<RealtimeClient>;
};

export const placed = async (answer: Response): Promise<Sanction> => Sanction.parse(await answer.json());
export const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];

export function moderated(hub: ProgrammeHub): ModeratedHub {
  const clients: RealtimeClient[] = [];
  const as: ModeratedHub['as'] = (person, path, body) => {
    const init = body ? posted(body) : {};
    return hub.ask(path, { ...init, headers: { ...(init.headers as object), authorization: `Ticket ${person.ticket}` } });
  };
  const staff: ModeratedHub['staff'] = async (login, path, body, method = 'GET') => {
    const cookie = await hub.signIn(login);
    const init = body ? posted(body, { cookie }) : { method, headers: { cookie, origin: 'http://localhost' } };
    return hub.ask(`/api/v1/moderation/${path}`, init);
  };
  const client: ModeratedHub['client'] = async (person) => {
    const url = (await hub.app.getUrl()).replace('[::1]', '127.0.0.1');
    const opened = createRealtimeClient({ url, ticket: async () => person.ticket });
    clients.push(opened);
    return opened;
  };
  return {
    as,
    staff,
    client,
    aGuest: async (name = '小满') => {
      const answer = await hub.ask('/api/v1/guests', posted({ displayName: name }));
      const { ticket, user } = SignedIn.parse(await answer.json());
      return { id: user.id, ticket };
    },
    say: async (person, topic = guangxi, text = '你好', id = randomUUID()) => {
      const answer = await as(person, `/api/v1/topics/${topic}/messages`, { id, kind: 'chat', text });
      return { id, status: answer.status, body: (await answer.json()) as Said['body'] };
    },
    place: (person, wanted, login = 'moderator') => {
      const usual = { id: randomUUID(), kind: 'mute', user: person.id, scope: '450000', rule: 'flame' };
      return staff(login, 'sanctions', { ...usual, ...(wanted.kind === 'warn' ? {} : { durationMs: 60_000 }), ...wanted });
    },
    listening: async (person, topic = guangxi) => {
      const opened = await client(person);
      const standings: Standing[] = [];
      opened.onStanding((standing) => standings.push(standing));
      opened.follow(topic, () => undefined);
      await expect.poll(() => opened.viewOf(topic).status, soon).toBe('live');
      return { client: opened, standings };
    },
    [Symbol.dispose]: () => {
      for (const opened of clients) opened.close();
    },
  };
}
