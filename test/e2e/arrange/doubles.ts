import type { Lobby } from '@yunhui/contracts';
import type { DoubleBehaviour } from '@yunhui/demo';
import { demoPassword } from '../../harness/hub.js';

/** A session that has begun, with two sources of the demo that behave as they are told. */
export type TwoSources = {
  /** Tells the better source how to behave from now on. */
  tell(behaviour: DoubleBehaviour): Promise<void>;
};

let planned = 0;

/** Plans it on a channel for an hour from now on; the operator does it by HTTP. */
export async function twoSourcesOn(address: string, channel: string): Promise<TwoSources> {
  const headers = { 'content-type': 'application/json', origin: address };
  const body = JSON.stringify({ login: 'operator', password: demoPassword });
  const signIn = await fetch(`${address}/api/v1/sign-in`, { method: 'POST', headers, body });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const lobby = await fetch(`${address}/api/v1/campaigns/kepuri-2023/lobby`);
  const { at: now } = (await lobby.json()) as Lobby;
  const [best, spare] = [`best-${(planned += 1)}`, `spare-${planned}`];
  const link = (key: string) => ({ kind: 'hls-live', url: `/demo/double/${key}/tide/master.m3u8` });
  const session = {
    title: '一场两个源的直播',
    form: '直播',
    startsAt: new Date(now + 2_000).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
    links: [link(best), link(spare)],
  };
  const answer = await fetch(`${address}/api/v1/channels/${channel}/sessions`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify(session),
  });
  if (!answer.ok) throw new Error(`not planned: ${answer.status} ${await answer.text()}`);
  return {
    tell: async (behaviour) => {
      const told = await fetch(`${address}/demo/doubles/${best}`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify({ behaviour }),
      });
      if (!told.ok) throw new Error(`not told: ${told.status} ${await told.text()}`);
    },
  };
}
