import { CheckUpLine, type CheckUp, type CheckUpRequest } from '@yunhui/contracts';
import { demoPassword } from '../../harness/hub.js';

/** Signs in to a demo account; the cookie. */
export async function cookieOf(hub: string, login: string): Promise<string> {
  const answer = await fetch(`${hub}/api/v1/sign-in`, posted({ login, password: demoPassword }));
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return cookie;
}

/** As a page of the hub posts: a cookie passes only from there. */
export function posted(body: object, from?: { hub: string; cookie: string }): RequestInit {
  const headers = { 'content-type': 'application/json', ...(from && { cookie: from.cookie, origin: from.hub }) };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

/** A check-up as a host's page asks for it: every line, in the order in which it came. */
export async function checkUpLines(hub: string, cookie: string, wanted: CheckUpRequest): Promise<CheckUpLine[]> {
  const answer = await fetch(`${hub}/api/v1/links/check-up`, posted(wanted, { hub, cookie }));
  if (!answer.ok) throw new Error(`the check-up answered ${answer.status}`);
  const lines = (await answer.text()).trim().split('\n');
  return lines.map((line) => CheckUpLine.parse(JSON.parse(line)));
}

export async function checkedUp(hub: string, cookie: string, address: string, expects?: CheckUpRequest['expects']): Promise<CheckUp> {
  const last = (await checkUpLines(hub, cookie, { address, ...(expects && { expects }) })).at(-1);
  if (last?.line !== 'outcome') throw new Error('the check-up ended without an outcome');
  return last.outcome;
}
