import type { LinkWish } from '@yunhui/contracts';
import { demoPassword } from '../../harness/hub.js';

/** What the operator does by HTTP. */
export type Operator = {
  /** Plans a session of `lastsMs` that begins so long from now by the hub's clock; its links are live playlists, best first. */
  plan(channel: string, slot: { inMs: number; lastsMs: number }, links: readonly LinkWish[]): Promise<void>;
  post(path: string, body: unknown): Promise<void>;
  read<Value>(path: string): Promise<Value>;
};

export const liveLink = (url: string): LinkWish => ({ kind: 'hls-live', url });

/** Signs the operator in. */
export async function anOperator(address: string): Promise<Operator> {
  const headers = { 'content-type': 'application/json', origin: address };
  const body = JSON.stringify({ login: 'operator', password: demoPassword });
  const signIn = await fetch(`${address}/api/v1/sign-in`, { method: 'POST', headers, body });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const post = async (path: string, wanted: unknown): Promise<void> => {
    const answer = await fetch(`${address}${path}`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(wanted) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
  };
  return {
    post,
    read: async (path) => (await fetch(`${address}${path}`, { headers: { cookie } })).json() as Promise<never>,
    plan: async (channel, { inMs, lastsMs }, links) => {
      const startsAt = (await hubNow(address)) + inMs;
      const [from, to] = [new Date(startsAt).toISOString(), new Date(startsAt + lastsMs).toISOString()];
      await post(`/api/v1/channels/${channel}/sessions`, { title: '一场直播', form: '直播', startsAt: from, endsAt: to, links });
    },
  };
}

async function hubNow(address: string): Promise<number> {
  const { headers } = await fetch(`${address}/api/v1/campaigns/kepuri-2023/lobby`);
  return Number(headers.get('x-hub-time'));
}
