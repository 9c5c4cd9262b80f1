import { randomUUID } from 'node:crypto';
import { type Entry, type Grant, type Problem, type SentMessage, SignedIn, type Snapshot, type TopicState } from '@yunhui/contracts';
import { createRealtimeClient } from '@yunhui/realtime-client';
import { sql } from 'drizzle-orm';
import { AccountsRepository } from '../src/features/accounts/accounts.repository.js';
import { Passwords } from '../src/features/accounts/passwords.js';
import { Database } from '../src/platform/database/index.js';
import { posted } from './http-hub.js';
import { night, type ProgrammeHub, startProgrammeHub } from './programme-hub.js';

const password = 'a password of the test';

export type Listener = AsyncDisposable & { entries(): readonly Entry[]; state(): TopicState };

/** A hub with the demo's rooms, and the ways in that tests of moderation need. */
export type ModeratedHub = ProgrammeHub & {
  /** Asks as somebody signed in, by their cookie. */
  as(cookie: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<{ status: number; body: unknown }>;
  /** The cookie of an account with one grant, made for this. */
  anAccount(grant: Grant): Promise<string>;
  /** The ticket of a new guest. */
  aGuest(name?: string): Promise<string>;
  /** Says something by HTTP: the answer, or the refusal. */
  say(ticket: string, topic: string, text: string, id?: string): Promise<Partial<SentMessage> & Partial<Problem>>;
  snapshotOf(topic: string): Promise<Snapshot>;
  /** Somebody who listens to a topic by a socket, until the test lets them go. */
  listener(topic: string, address?: string): Promise<Listener>;
  /** The texts of a topic as anybody reads them. */
  textsIn(topic: string): Promise<string[]>;
  /** How often something was done, by the audit. */
  acts(act: string, subject: string): Promise<number>;
};

export async function startModeratedHub(env: Record<string, string> = {}): Promise<ModeratedHub> {
  const hub = await startProgrammeHub({ ...night, RATE_LIMITS: 'off', ...env });
  const snapshotOf = async (topic: string) => (await (await hub.ask(`/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
  return {
    ...hub,
    as: async (cookie, method, path, body) => {
      const init = body ? { ...posted(body, { cookie }), method } : { method, headers: { cookie, origin: 'http://localhost' } };
      const answer = await hub.ask(`/api/v1/${path}`, init);
      return { status: answer.status, body: await answer.json() };
    },
    anAccount: async (grant) => {
      const accounts = hub.app.get(AccountsRepository, { strict: false });
      const login = `a-${randomUUID().slice(0, 8)}`;
      const passwordHash = await hub.app.get(Passwords, { strict: false }).hash(password);
      await accounts.addAccount({ login, name: login, passwordHash, sample: true });
      const { userId } = (await accounts.credentialsOf(login)) ?? { userId: '' };
      await accounts.setGrants(userId, [grant]);
      return hub.signIn(login);
    },
    aGuest: async (displayName = '小满') => SignedIn.parse(await (await hub.ask('/api/v1/guests', posted({ displayName }))).json()).ticket,
    say: async (ticket, topic, text, id = randomUUID()) => {
      const request = posted({ id, kind: 'chat', text });
      const headers = { ...(request.headers as object), authorization: `Ticket ${ticket}` };
      const answer = await hub.ask(`/api/v1/topics/${topic}/messages`, { ...request, headers });
      return (await answer.json()) as Partial<SentMessage> & Partial<Problem>;
    },
    snapshotOf,
    listener: async (topic, address = hub.address) => {
      const client = createRealtimeClient({ url: address, ticket: async () => undefined });
      await new Promise<void>((resolve) => client.follow(topic, () => client.viewOf(topic).status === 'live' && resolve()));
      const view = () => client.viewOf(topic);
      return { entries: () => view().entries, state: () => view().state, [Symbol.asyncDispose]: async () => client.close() };
    },
    textsIn: async (topic) =>
      (await snapshotOf(topic)).entries.flatMap((entry) =>
        entry.kind === 'message' && 'text' in entry.message ? [entry.message.text] : [],
      ),
    acts: async (act, subject) =>
      (await hub.app.get(Database).rows(sql`select 1 from audit_entries where act = ${act} and subject = ${subject}`)).length,
  };
}
