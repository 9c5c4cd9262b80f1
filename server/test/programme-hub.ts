import { type Lobby, type LobbyChannel, type PlanSession, Session } from '@yunhui/contracts';
import { aFolder, aFreePort, startStores } from '@yunhui/testkit';
import { loadConfig } from '../src/config.js';
import { type Hub, startHub } from '../src/hub.js';
import { Clock } from '../src/platform/clock.js';
import { cookieFrom, posted } from './http-hub.js';

/** A whole hub with the demo's programme, over real stores, and the ways in that tests of the programme need. */
export type ProgrammeHub = AsyncDisposable & {
  readonly app: Hub['app'];
  readonly address: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  lobby(campaign?: string): Promise<Lobby>;
  tile(channel: string): Promise<LobbyChannel>;
  /** The hub's clock, which CLOCK_AT may have set. */
  now(): number;
  /** The cookie of a demo account. */
  signIn(login: string): Promise<string>;
  /** Another node on the same stores, which only answers people; none on the embedded store. */
  anotherNode(): Promise<(AsyncDisposable & Pick<Hub, 'app' | 'address'>) | undefined>;
  /** Plans a session as the operator does. */
  plan(channel: string, plan: PlanSession, cookie: string): Promise<Session>;
};

export const outermost = 'kepuri-2023';
/** The programme has nothing at this hour: only what a test plans, and what never stops, changes. */
export const night = { CLOCK_AT: '2026-09-17T02:00:00+08:00' };
const password = 'a password of the test';

export async function startProgrammeHub(env: Record<string, string> = {}): Promise<ProgrammeHub> {
  const stores = await startStores();
  const settings = { PORT: String(await aFreePort()), DEMO: 'on', DEMO_VISITORS: 'off', DEMO_PASSWORD: password, LOG_LEVEL: 'warn' };
  const hub = await startHub(loadConfig({ ...stores.env, ...settings, ...env })).catch(async (error: unknown) => {
    await stores[Symbol.asyncDispose]();
    throw error;
  });

  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(hub.address + path, init);
  const lobby = async (campaign = outermost): Promise<Lobby> => (await ask(`/api/v1/campaigns/${campaign}/lobby`)).json() as Promise<Lobby>;
  return {
    app: hub.app,
    address: hub.address,
    now: () => hub.app.get(Clock).now(),
    ask,
    lobby,
    tile: async (channel) => {
      const found = (await lobby()).channels.find(({ slug }) => slug === channel);
      if (!found) throw new Error(`the lobby has no ${channel}`);
      return found;
    },
    signIn: async (login) => cookieFrom(await ask('/api/v1/sign-in', posted({ login, password }))),
    anotherNode: async () => {
      if (stores.embedded) return undefined;
      const folder = await aFolder();
      const own = { DATA_DIR: folder.path, PORT: String(await aFreePort()), PROCESS: 'web' };
      const node = await startHub(loadConfig({ ...stores.env, ...settings, ...env, ...own }));
      return {
        app: node.app,
        address: node.address,
        [Symbol.asyncDispose]: async () => {
          await node.close();
          await folder[Symbol.asyncDispose]();
        },
      };
    },
    plan: async (channel, plan, cookie) =>
      Session.parse(await (await ask(`/api/v1/channels/${channel}/sessions`, posted(plan, { cookie }))).json()),
    [Symbol.asyncDispose]: async () => {
      await hub.close();
      await stores[Symbol.asyncDispose]();
    },
  };
}
