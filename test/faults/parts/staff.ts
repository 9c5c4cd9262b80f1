import { randomUUID } from 'node:crypto';
import type { PlaceSanction } from '@yunhui/contracts';
import { demoPassword } from '../../harness/hub.js';

/** A demo account that has signed in, and decides. */
export type Staff = {
  pick(channel: string, on: boolean): Promise<Response>;
  sanction(wanted: Omit<PlaceSanction, 'id'>): Promise<Response>;
};

/** Signs in at `address`; the password is that of every demo account of a spawned hub. */
export async function signedIn(address: string, login: 'operator' | 'moderator'): Promise<Staff> {
  const headers = { 'content-type': 'application/json', origin: address };
  const answer = await fetch(`${address}/api/v1/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`${login} could not sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return {
    sanction: (wanted) =>
      fetch(`${address}/api/v1/moderation/sanctions`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify({ id: randomUUID(), ...wanted }),
      }),
    pick: (channel, on) =>
      fetch(`${address}/api/v1/channels/${channel}/pick`, { method: 'PUT', headers: { ...headers, cookie }, body: JSON.stringify({ on }) }),
  };
}
