import { demoPassword } from './hub.js';

/** Somebody who has signed in at a hub, and asks it by HTTP as their pages do. */
export type SignedIn = {
  readonly name: string;
  get<Body = Record<string, unknown>>(path: string): Promise<Answered<Body>>;
  post<Body = Record<string, unknown>>(path: string, body?: object): Promise<Answered<Body>>;
  put<Body = Record<string, unknown>>(path: string, body: object): Promise<Answered<Body>>;
  remove(path: string): Promise<Answered<Record<string, unknown>>>;
};
export type Answered<Body> = { status: number; body: Body };

/** Signs in at `address`; the password is that of every demo account of a spawned hub. */
export async function signedIn(address: string, login: string): Promise<SignedIn> {
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
  const ask = async <Body>(method: string, path: string, body?: object): Promise<Answered<Body>> => {
    const sent = await fetch(`${address}/api/v1/${path}`, {
      method,
      headers: body ? { ...headers, cookie } : { origin: address, cookie },
      body: body && JSON.stringify(body),
    });
    return { status: sent.status, body: (await sent.json()) as Body };
  };
  return {
    name: login,
    get: (path) => ask('GET', path),
    post: (path, body = {}) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
    remove: (path) => ask('DELETE', path),
  };
}
