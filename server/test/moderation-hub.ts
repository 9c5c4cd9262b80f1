import { type Grant, type QueueItem, QueuePage } from '@yunhui/contracts';
import { expect } from 'vitest';
import { AccountsRepository } from '../src/features/accounts/accounts.repository.js';
import { Passwords } from '../src/features/accounts/passwords.js';
import { type KeptMode, TopicHeads } from '../src/platform/realtime/index.js';
import { type AHub, aHub, type Guest } from './a-hub.js';
import { cookieFrom, posted } from './http-hub.js';

const password = 'a password of the test';
/** The first guest of a hub that has just begun waits for whatever it still has to do. */
const soon = { timeout: 15_000, interval: 20 };

/** Somebody of the staff, with the cookie they are known by. */
export type Staff = {
  readonly cookie: string;
  get(path: string): Promise<Response>;
  send(method: 'POST' | 'DELETE' | 'PUT', path: string, body?: unknown): Promise<Response>;
};

/** A hub with the demo's regions, channels and lists, and the ways in that tests of moderation need. */
export type ModerationHub = AHub & {
  signIn(login: string): Promise<Staff>;
  /** A new account with a grant, signed in. */
  aStaff(name: string, grant: Grant): Promise<Staff>;
  /** Has everything in a room looked at first. */
  setMode(topic: string, mode: KeptMode): Promise<void>;
  /** Somebody says something that is held; its row in the queue, as `staff` sees it. */
  aHold(staff: Staff, topic: string, text: string, by?: Guest): Promise<QueueItem & { by: Guest }>;
};

export async function startModerationHub(settings: Record<string, string> = {}): Promise<ModerationHub> {
  const hub = await aHub({ DEMO: 'on', DEMO_VISITORS: 'off', DEMO_PASSWORD: password, ...settings });
  const staffWith = (cookie: string): Staff => ({
    cookie,
    get: (path) => fetch(`${hub.url}/api/v1/${path}`, { headers: { cookie } }),
    send: (method, path, body) => fetch(`${hub.url}/api/v1/${path}`, { ...posted(body ?? {}, { cookie, origin: hub.url }), method }),
  });
  const signIn = async (login: string): Promise<Staff> =>
    staffWith(cookieFrom(await fetch(`${hub.url}/api/v1/sign-in`, posted({ login, password }, { origin: hub.url }))));
  let staff = 0;
  const aStaff = async (name: string, grant: Grant): Promise<Staff> => {
    const login = `staff-${++staff}`;
    const accounts = hub.app.get(AccountsRepository, { strict: false });
    const passwordHash = await hub.app.get(Passwords, { strict: false }).hash(password);
    await accounts.addAccount({ login, name, passwordHash, sample: false });
    await accounts.setGrants((await accounts.credentialsOf(login))?.userId ?? '', [grant]);
    return signIn(login);
  };
  const aHold: ModerationHub['aHold'] = async (reader, topic, text, by) => {
    const guest = by ?? (await hub.aGuest('小满'));
    const id = guest.client.send({ topic, kind: 'chat', text });
    const look = async () => QueuePage.parse(await (await reader.get(`moderation/holds?ids=${id}`)).json()).items;
    await expect.poll(look, soon).toHaveLength(1);
    const [item] = await look();
    return { ...(item as QueueItem), by: guest };
  };
  const setMode = async (topic: string, mode: KeptMode): Promise<void> =>
    void (await hub.app.get(TopicHeads, { strict: false }).changeMode({ topic, mode, said: { fallback: 'another mode' } }));
  return { ...hub, signIn, aStaff, aHold, setMode };
}
